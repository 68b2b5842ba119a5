# Start of the image on x86-64, and the root of the one assembler unit: everything that runs at CPL 0 is in
# boot.S, tables.S and faults.S. All of C# runs at CPL 3; user.S is its assembler.
#
# QEMU enters at certify_entry by the PVH note: 32-bit protected mode, paging off, interrupts off.
# Everything the processor needs is prebuilt data, so that start-up is a straight line without a branch:
# page tables, GDT, IDT, TSS with I/O bitmap and the frame that IRETQ drops to user mode with.
# Source: Xen public/arch-x86/hvm/start_info.h (PVH entry state); Intel SDM volume 3A, 9.8.5 (long mode).

    .include "layout.S"

    .section .note.certify, "a", @note
    .balign 4
# @llr KRN-LLR-001
pvh_note:
    .long   4                           # name size
    .long   4                           # description size
    .long   18                          # XEN_ELFNOTE_PHYS32_ENTRY
    .asciz  "Xen"
    .long   certify_entry

    .section .kernel.text, "ax", @progbits
kernel_text:
    .code32
    .globl  certify_entry
    .type   certify_entry, @function
# @llr KRN-LLR-001
# @llr KRN-LLR-014
certify_entry:
    movl    $KERNEL_RODATA, %eax        # the level-4 table is the first page of the tables
    movl    %eax, %cr3
    movl    $CR4_BITS, %eax
    movl    %eax, %cr4
    movl    $0xC0000080, %ecx           # EFER
    movl    $0x900, %eax                # LME, NXE
    xorl    %edx, %edx
    wrmsr
    movl    $CR0_BITS, %eax
    movl    %eax, %cr0
    lgdt    gdt_pointer
    ljmp    $KERNEL_CS, $entry64
    .size   certify_entry, . - certify_entry

    .code64
    .type   entry64, @function
# @llr KRN-LLR-001
entry64:
    lidt    idt_pointer
    movl    $TSS_SELECTOR, %eax
    ltr     %ax
    xorl    %ebp, %ebp                  # end of the chain of frames
    movl    $user_entry_frame, %esp
    iretq                               # to certify_main, CPL 3
    .size   entry64, . - entry64

    .include "faults.S"
    .include "tables.S"
    .include "user.S"
