# Everything the processor reads, as data. Accessed and dirty bits are set beforehand, so that nothing here
# has to be written; page tables, IDT and TSS are read-only even at CPL 0.
# Source: Intel SDM volume 3A, 4.5 (4-level paging), 6.14 (IDT in 64-bit mode), 8.7 (TSS), 19.5.2 (I/O bitmap).

    .set    NX,             1 << 63
    .set    TABLE,          0x27        # present, write, user, accessed: the leaf decides
    .set    KERNEL_RX,      0x21        # present, accessed
    .set    KERNEL_R,       0x21 | NX
    .set    KERNEL_RW,      0x63 | NX   # and write, dirty
    .set    USER_RX,        0x25
    .set    USER_R,         0x25 | NX
    .set    USER_RW,        0x67 | NX
    .set    USER_RW_2M,     0xE7 | NX   # and page size

    # Leaves that map addresses \from up to \to, which follow the ones before.
    .macro  pages from, to, bits
    .if     (. - page_table) / 8 - \from / PAGE
    .error  "page table: a range does not begin where the one before ended"
    .endif
    .set    page, \from
    .rept   (\to - \from) / PAGE
    .quad   page + \bits
    .set    page, page + PAGE
    .endr
    .endm

    .macro  unmapped from, to
    .fill   (\to - \from) / PAGE, 8, 0
    .endm

    .section .kernel.rodata, "a", @progbits
kernel_rodata:
    .quad   KERNEL_RODATA + PAGE + TABLE                # level 4: the first 512 GiB
    .fill   511, 8, 0
    .quad   KERNEL_RODATA + 2 * PAGE + TABLE            # level 3: the first GiB
    .fill   511, 8, 0
    .quad   KERNEL_RODATA + 3 * PAGE + TABLE            # level 2: the image
    .quad   MAILBOX + USER_RW_2M                        #          the mailbox
    .fill   510, 8, 0
# @llr KRN-LLR-002
# @llr KRN-LLR-003
# @llr KRN-LLR-004
    .globl  certify_page_table
certify_page_table:
page_table:                                             # level 1
    unmapped 0, KERNEL_TEXT                             # page 0 and all below the image
    pages   KERNEL_TEXT, KERNEL_RODATA, KERNEL_RX
    pages   KERNEL_RODATA, KERNEL_DATA, KERNEL_R
    pages   KERNEL_DATA, KERNEL_STACKS, KERNEL_RW
    unmapped KERNEL_STACKS, STACK_FAULT                 # a guard below each stack
    pages   STACK_FAULT, GUARD_DOUBLE, KERNEL_RW
    unmapped GUARD_DOUBLE, STACK_DOUBLE
    pages   STACK_DOUBLE, GUARD_NMI, KERNEL_RW
    unmapped GUARD_NMI, STACK_NMI
    pages   STACK_NMI, GUARD_MACHINE, KERNEL_RW
    unmapped GUARD_MACHINE, STACK_MACHINE
    pages   STACK_MACHINE, STACKS_END, KERNEL_RW
    unmapped STACKS_END, USER_TEXT
    pages   USER_TEXT, USER_RODATA, USER_RX
    pages   USER_RODATA, USER_DATA, USER_R
    pages   USER_DATA, USER_DATA_END, USER_RW
    unmapped USER_DATA_END, USER_STACK
    pages   USER_STACK, USER_STACK_END, USER_RW
    unmapped USER_STACK_END, MAILBOX
    .if     (. - page_table) - PAGE
    .error  "page table: not 512 entries"
    .endif

    # Gates to the stubs of vectors \from up to \to on stack \ist. \type is 0x8E, or 0xEE where user mode may
    # raise the vector by an instruction. An address is split, which the assembler can do because it is a
    # constant plus a difference of labels of one section.
    .macro  gates from, to, ist, type
    .set    vector, \from
    .rept   \to - \from
    .word   (KERNEL_TEXT + (fault_stubs - kernel_text) + vector * STUB_BYTES) & 0xFFFF
    .word   KERNEL_CS
    .byte   \ist, \type
    .word   (KERNEL_TEXT + (fault_stubs - kernel_text) + vector * STUB_BYTES) >> 16
    .quad   0
    .set    vector, vector + 1
    .endr
    .endm

    .set    IST_FAULT,      1
    .set    IST_DOUBLE,     2
    .set    IST_NMI,        3
    .set    IST_MACHINE,    4

# @llr KRN-LLR-005
# @llr KRN-LLR-007
# @llr KRN-LLR-011
idt:
    gates   0, 2, IST_FAULT, 0x8E
    gates   2, 3, IST_NMI, 0x8E
    gates   3, 4, IST_FAULT, 0xEE                       # INT3: what compiled code holds after a call that
    gates   4, 8, IST_FAULT, 0x8E                       # does not return
    gates   8, 9, IST_DOUBLE, 0x8E
    gates   9, 18, IST_FAULT, 0x8E
    gates   18, 19, IST_MACHINE, 0x8E
    gates   19, TRAPS, IST_FAULT, 0x8E
    gates   TRAPS, TRAPS_END, IST_FAULT, 0xEE           # software traps of user.S
idt_end:
idt_pointer:
    .word   idt_end - idt - 1
    .quad   KERNEL_RODATA + (idt - kernel_rodata)

    .balign 16
# @llr KRN-LLR-007
# @llr KRN-LLR-008
    .globl  certify_tss
certify_tss:
tss:
    .long   0
    .quad   STACK_FAULT + PAGE                          # RSP0; every gate names an IST stack
    .quad   0, 0                                        # RSP1, RSP2
    .quad   0
    .quad   STACK_FAULT + PAGE                          # IST1: faults and traps
    .quad   STACK_DOUBLE + PAGE                         # IST2: double fault
    .quad   STACK_NMI + PAGE                            # IST3: NMI
    .quad   STACK_MACHINE + PAGE                        # IST4: machine check
    .quad   0, 0, 0                                     # IST5 to IST7
    .quad   0
    .word   0
    .word   io_bitmap - tss
io_bitmap:                                              # a clear bit allows a port: 0xE9 and 0xF4, bytes only
    .fill   PORT_CONSOLE / 8, 1, 0xFF
    .byte   0xFF ^ (1 << (PORT_CONSOLE & 7))
    .byte   0xFF ^ (1 << (PORT_EXIT & 7))
    .byte   0xFF
    .byte   0xFF                                        # required end; ports above lie beyond the limit
tss_end:
    .if     (io_bitmap - tss) - 104
    .error  "TSS: wrong size"
    .endif

    .balign 8
# @llr KRN-LLR-001
user_entry_frame:
    .quad   certify_main
    .quad   USER_CS
    .quad   0x2                                         # IF clear, IOPL 0
    .quad   USER_STACK_END - 8                          # as after a call whose return address is 0
    .quad   USER_SS

gdt_pointer:
    .word   gdt_end - gdt - 1
    .long   KERNEL_DATA + (gdt - kernel_data)

    .section .kernel.data, "aw", @progbits
kernel_data:
# @llr KRN-LLR-001
gdt:                                                    # writable: LTR marks the TSS busy
    .quad   0
    .quad   0x00AF9B000000FFFF                          # 0x08 kernel code, 64-bit, accessed
    .quad   0x00CF93000000FFFF                          # 0x10 kernel data
    .quad   0x00CFF3000000FFFF                          # 0x18 user data
    .quad   0x00AFFB000000FFFF                          # 0x20 user code, 64-bit
    .word   tss_end - tss - 1                           # 0x28 TSS
    .word   (KERNEL_RODATA + (tss - kernel_rodata)) & 0xFFFF
    .byte   (KERNEL_RODATA + (tss - kernel_rodata)) >> 16, 0x89, 0, 0
    .quad   0
gdt_end:

    .balign 64
# @llr KRN-LLR-005
    .globl  certify_panic_record
    .type   certify_panic_record, @object
certify_panic_record:
    .fill   RECORD_WORDS, 8, 0
    .size   certify_panic_record, . - certify_panic_record
