# Every fault ends here: the registers go to the panic record and the machine ends with an exit code that
# names the vector. Nothing returns from a fault; there is no handler to return to.
# Exit code: ((vector | 0x40) << 1) | 1, so 129 for a division, 157 for a page fault, 193 and up for traps.
# Source: Intel SDM volume 3A, 6.15 (vectors and error codes); QEMU hw/misc/debugexit.c (exit code).

    # Words of the panic record, in order.
    .set    R_MAGIC,        0 * 8
    .set    R_VECTOR,       1 * 8
    .set    R_ERROR,        2 * 8
    .set    R_RIP,          3 * 8
    .set    R_CS,           4 * 8
    .set    R_RFLAGS,       5 * 8
    .set    R_RSP,          6 * 8
    .set    R_SS,           7 * 8
    .set    R_CR2,          8 * 8
    .set    R_RBP,          9 * 8
    .set    R_RAX,          10 * 8
    .set    R_RBX,          11 * 8
    .set    R_RCX,          12 * 8
    .set    R_RDX,          13 * 8
    .set    R_RSI,          14 * 8
    .set    R_RDI,          15 * 8
    .set    R_R8,           16 * 8      # to R15 in order
    .set    R_CASE,         24 * 8
    .set    RECORD_WORDS,   25
    .set    RECORD_MAGIC,   0x43494E4150594643

    .set    MAILBOX_CASE,   MAILBOX + 136
    .set    STUB_BYTES,     16

    .balign 16
# @llr KRN-LLR-005
fault_stubs:                            # one of 16 bytes per vector; the processor has pushed an error code
    .set    vector, 0                   # for 8, 10 to 14, 17, 21, 29 and 30
    .rept   TRAPS_END
    .balign STUB_BYTES
    .if     (vector == 8) || ((vector >= 10) && (vector <= 14)) || (vector == 17) || (vector == 21) || (vector == 29) || (vector == 30)
    .else
    pushq   $0
    .endif
    pushq   $vector
    jmp     panic
    .set    vector, vector + 1
    .endr
    .balign STUB_BYTES

    .type   panic, @function
# @llr KRN-LLR-005
panic:                                  # stack: vector, error code, rip, cs, rflags, rsp, ss
    movq    %rax, certify_panic_record + R_RAX
    movq    %rbx, certify_panic_record + R_RBX
    movq    %rcx, certify_panic_record + R_RCX
    movq    %rdx, certify_panic_record + R_RDX
    movq    %rsi, certify_panic_record + R_RSI
    movq    %rdi, certify_panic_record + R_RDI
    movq    %rbp, certify_panic_record + R_RBP
    movq    %r8, certify_panic_record + R_R8
    movq    %r9, certify_panic_record + R_R8 + 8
    movq    %r10, certify_panic_record + R_R8 + 16
    movq    %r11, certify_panic_record + R_R8 + 24
    movq    %r12, certify_panic_record + R_R8 + 32
    movq    %r13, certify_panic_record + R_R8 + 40
    movq    %r14, certify_panic_record + R_R8 + 48
    movq    %r15, certify_panic_record + R_R8 + 56
    cld
    movl    $certify_panic_record + R_VECTOR, %edi
    movq    %rsp, %rsi
    movl    $7, %ecx
    rep     movsq                       # vector to ss
    movq    %cr2, %rax
    movq    %rax, certify_panic_record + R_CR2
    stac
    movq    MAILBOX_CASE, %rax
    clac
    movq    %rax, certify_panic_record + R_CASE
    movabsq $RECORD_MAGIC, %rax
    movq    %rax, certify_panic_record + R_MAGIC
    popq    %rax                        # vector
    cmpb    $TRAPS, %al
    jb      panic_exit

    # A software trap was raised by an assembler routine that the failing function called: give the record
    # that function's place, the call instruction (its last byte), and its stack.
# @llr KRN-LLR-011
panic_trap:
    movq    certify_panic_record + R_RSP, %rdx
    stac
    movq    (%rdx), %rcx
    clac
    decq    %rcx
    movq    %rcx, certify_panic_record + R_RIP
    addq    $8, %rdx
    movq    %rdx, certify_panic_record + R_RSP

# @llr KRN-LLR-006
panic_exit:
    orb     $0x40, %al
    outb    %al, $PORT_EXIT
1:  hlt                                 # reached only without the exit device
    jmp     1b
    .size   panic, . - panic
