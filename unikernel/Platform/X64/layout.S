# Addresses and bits that boot.S, tables.S and faults.S share. link.ld places the sections at these
# addresses and asserts that both files agree (the certify_layout_ symbols).

    .set    KERNEL_TEXT,    0x100000    # supervisor, read and execute
    .set    KERNEL_RODATA,  0x101000    # supervisor, read: page tables, IDT, TSS
    .set    KERNEL_DATA,    0x106000    # supervisor, write: GDT, panic record
    .set    KERNEL_STACKS,  0x107000    # unmapped guard pages and the stacks below
    .set    STACK_FAULT,    0x108000    # supervisor, write: a page each
    .set    GUARD_DOUBLE,   0x109000
    .set    STACK_DOUBLE,   0x10A000
    .set    GUARD_NMI,      0x10B000
    .set    STACK_NMI,      0x10C000
    .set    GUARD_MACHINE,  0x10D000
    .set    STACK_MACHINE,  0x10E000
    .set    STACKS_END,     0x10F000
    .set    USER_TEXT,      0x110000    # user, read and execute
    .set    USER_RODATA,    0x180000    # user, read
    .set    USER_DATA,      0x1A0000    # user, write
    .set    USER_DATA_END,  0x1E0000
    .set    USER_STACK,     0x1FA000    # user, write; unmapped from USER_DATA_END up to here and above the top
    .set    USER_STACK_END, 0x1FE000
    .set    MAILBOX,        0x200000    # user, write; one 2 MiB page

    .globl  certify_layout_kernel_rodata, certify_layout_kernel_data, certify_layout_kernel_stacks
    .globl  certify_layout_user_text, certify_layout_user_rodata, certify_layout_user_data
    .globl  certify_layout_user_data_end, certify_layout_user_stack, certify_layout_user_stack_end
    .set    certify_layout_kernel_rodata, KERNEL_RODATA
    .set    certify_layout_kernel_data, KERNEL_DATA
    .set    certify_layout_kernel_stacks, KERNEL_STACKS
    .set    certify_layout_user_text, USER_TEXT
    .set    certify_layout_user_rodata, USER_RODATA
    .set    certify_layout_user_data, USER_DATA
    .set    certify_layout_user_data_end, USER_DATA_END
    .set    certify_layout_user_stack, USER_STACK
    .set    certify_layout_user_stack_end, USER_STACK_END

    .set    PAGE,           0x1000

    .set    CR0_BITS,       0x80010033  # PG, WP, NE, ET, MP, PE
    .set    CR4_BITS,       0x300620    # SMAP, SMEP, OSXMMEXCPT, OSFXSR, PAE

    .set    KERNEL_CS,      0x08
    .set    USER_SS,        0x1B
    .set    USER_CS,        0x23
    .set    TSS_SELECTOR,   0x28

    .set    PORT_EXIT,      0xF4        # isa-debug-exit
    .set    PORT_CONSOLE,   0xE9        # debugcon
    .set    TRAPS,          32          # first software trap
    .set    TRAPS_END,      40
