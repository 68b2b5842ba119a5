# A guest in 32-bit assembler that speaks the port protocol, to test the host side with.
# Sizes come from --defsym IN=, OUT=, SLOTS= ; how it boots from --defsym BOOT=.
# BOOT: 0 normal, 1 hangs, 2 panics, 3 triple faults, 4 announces a wrong shape, 5 halts.
#
# Output word 0 is the count of frames since restart; the other words echo the input's.
# Input word 0 is what to do: 0 answer, 1 hang, 2 triple fault, 3 panic, 4 end, 5 halt,
# 6 panic record and then a triple fault, 7 answer after a long loop.

        .set MAILBOX, 0x200000
        .set FIRST, 4096
        .set INSTRIDE, (IN + 16 + 15) & ~15
        .set OUTSTRIDE, (OUT + 15) & ~15
        .set OUTPUTS, FIRST + SLOTS * INSTRIDE

        .section .note.pvh, "a", @note
        .long 4, 4, 18
        .asciz "Xen"
        .long pvh_entry

        .file 1 "boot.S"
        .file 2 "Guests/Guest.cs"
        .text
        .code32
        .globl pvh_entry
        .type pvh_entry, @function
pvh_entry:
        .loc 1 1
        cld
        mov $stack_top, %esp
        xor %ebp, %ebp
        jmp Guest_Demo__Main
        .size pvh_entry, . - pvh_entry

        .globl Guest_Demo__Main
        .type Guest_Demo__Main, @function
Guest_Demo__Main:
        .loc 2 10
        push %ebp
        mov %esp, %ebp
        .loc 2 11
        mov $MAILBOX, %ebx
        movl $1, 4(%ebx)
        movl $IN, 8(%ebx)
        movl $OUT, 12(%ebx)
        movl $SLOTS, 16(%ebx)
        movl $FIRST, 20(%ebx)
        movl $INSTRIDE, 24(%ebx)
        movl $OUTPUTS, 28(%ebx)
        movl $OUTSTRIDE, 32(%ebx)
        movl $4, 36(%ebx)
        .if BOOT == 1
        jmp Guest_Demo__Hang
        .elseif BOOT == 2
        call Guest_Demo__Panic
        .elseif BOOT == 3
        call Guest_Demo__TripleFault
        .elseif BOOT == 4
        movl $0x7000000, 32(%ebx)
        .elseif BOOT == 5
        cli
        hlt
        .endif
        movl $0x31594643, 0(%ebx)
        call Guest_Demo__Loop
        .size Guest_Demo__Main, . - Guest_Demo__Main

        .type Guest_Demo__Loop, @function
Guest_Demo__Loop:
        .loc 2 30
        mov 128(%ebx), %eax
        cmp 64(%ebx), %eax
        jne 2f
        cmpl $0, 68(%ebx)
        jne Guest_Demo__End
        pause
        jmp Guest_Demo__Loop
2:      .loc 2 31
        and $(SLOTS - 1), %eax
        mov %eax, %edx
        imul $INSTRIDE, %eax, %esi
        add $(MAILBOX + FIRST), %esi
        imul $OUTSTRIDE, %edx, %edi
        add $(MAILBOX + OUTPUTS), %edi
        mov (%esi), %eax
        mov %eax, 136(%ebx)
        mov 4(%esi), %eax
        mov %eax, 140(%ebx)
        testl $1, 8(%esi)
        jz 3f
        movl $0, state
3:      add $16, %esi
        call Guest_Demo__Step
        incl 128(%ebx)
        jmp Guest_Demo__Loop
        .size Guest_Demo__Loop, . - Guest_Demo__Loop

        .type Guest_Demo__Step, @function
Guest_Demo__Step:
        .loc 2 50
        push %ebp
        mov %esp, %ebp
        .loc 2 51
        incl state
        mov (%esi), %eax
        cmp $1, %eax
        je Guest_Demo__Hang
        cmp $2, %eax
        je 4f
        cmp $3, %eax
        je 5f
        cmp $4, %eax
        je Guest_Demo__End
        cmp $5, %eax
        je Guest_Demo__Halt
        cmp $6, %eax
        je 6f
        cmp $7, %eax
        jne 1f
        mov $20000000, %ecx
7:      loop 7b
1:      .loc 2 52
        mov state, %eax
        mov %eax, (%edi)
        add $4, %esi
        add $4, %edi
        mov $(OUT / 4 - 1), %ecx
        rep movsl
        pop %ebp
        ret
4:      .loc 2 60
        call Guest_Demo__TripleFault
5:      .loc 2 61
        call Guest_Demo__Panic
6:      .loc 2 62
        call record
        call Guest_Demo__TripleFault
        .size Guest_Demo__Step, . - Guest_Demo__Step

        .type Guest_Demo__Hang, @function
Guest_Demo__Hang:
        .loc 2 70
        jmp Guest_Demo__Hang
        .size Guest_Demo__Hang, . - Guest_Demo__Hang

        .type Guest_Demo__Halt, @function
Guest_Demo__Halt:
        .loc 2 72
        cli
        hlt
        jmp Guest_Demo__Halt
        .size Guest_Demo__Halt, . - Guest_Demo__Halt

        .type Guest_Demo__End, @function
Guest_Demo__End:
        .loc 2 74
        mov $0x10, %al
        out %al, $0xf4
        jmp Guest_Demo__End
        .size Guest_Demo__End, . - Guest_Demo__End

        .type Guest_Demo__TripleFault, @function
Guest_Demo__TripleFault:
        .loc 2 80
        lidt no_table
        ud2
        .size Guest_Demo__TripleFault, . - Guest_Demo__TripleFault

# Writes a page fault's record as the kernel's handler would, with the console's last words.
        .type Guest_Demo__Panic, @function
Guest_Demo__Panic:
        .loc 2 90
        mov $'!', %al
        out %al, $0xe9
        call record
        mov $(14 | 0x40), %al
        out %al, $0xf4
        jmp Guest_Demo__Panic
        .size Guest_Demo__Panic, . - Guest_Demo__Panic

        .type record, @function
record:
        .loc 1 99
        movl $14, certify_panic_record + 8
        movl $4, certify_panic_record + 16
        movl $Guest_Demo__Panic + 2, certify_panic_record + 24
        movl $0x33, certify_panic_record + 32
        # The stack of a 64-bit guest: the return address into Step in eight bytes.
        movl $wide_stack, certify_panic_record + 48
        movl $8, certify_panic_record + 64
        mov 136(%ebx), %eax
        mov %eax, certify_panic_record + 192
        movl $0x50594643, certify_panic_record
        movl $0x43494E41, certify_panic_record + 4
        ret
        .size record, . - record

        .data
        .balign 16
        .globl certify_panic_record
        .type certify_panic_record, @object
certify_panic_record:
        .fill 25, 8, 0
        .size certify_panic_record, . - certify_panic_record
wide_stack:
        .quad 5b + 1
        .quad 0, 0
state:  .long 0
no_table:
        .word 0
        .long 0
        .bss
        .balign 16
        .skip 1024
stack_top:
        .globl certify_mailbox
        .set certify_mailbox, MAILBOX
        .section .note.GNU-stack, "", @progbits
