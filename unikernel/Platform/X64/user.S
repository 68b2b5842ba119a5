# Assembler that runs at CPL 3 for C#: the two ports, the traps, block operations, and what the compiler wants.
# Calls follow the System V ABI: arguments in rdi, rsi, rdx; rax, rcx, rdx, rsi, rdi, r8 to r11 may change.

    .section .text.platform, "ax", @progbits
    .balign 16
    .macro  end name
    .cfi_endproc
    .type   \name, @function
    .size   \name, . - \name
    .balign 16
    .endm

    # A trap: the panic record gets the caller's place. UD2 keeps the return address inside the function.
    .macro  trap name, number
    .cfi_startproc
    int     $\number
    ud2
    end \name
    .endm

# @llr KRN-LLR-012
    .globl  certify_console_write
certify_console_write:                  # edi: the byte
    .cfi_startproc
    movl    %edi, %eax
    outb    %al, $PORT_CONSOLE
    ret
    end     certify_console_write

# @llr KRN-LLR-013
    .globl  certify_exit
certify_exit:                           # edi: the verdict; QEMU ends with (edi << 1) | 1
    .cfi_startproc
    movl    %edi, %eax
    outb    %al, $PORT_EXIT
    ud2                                 # reached only without the exit device
    end     certify_exit

# @llr KRN-LLR-011
    .globl  certify_trap_index
certify_trap_index:                     # an index outside of its array, span or string
    trap    certify_trap_index, 32

# @llr KRN-LLR-011
    .globl  certify_trap_overflow
certify_trap_overflow:                  # a checked operation that left its range
    trap    certify_trap_overflow, 33

# @llr KRN-LLR-011
    .globl  certify_trap_divide
certify_trap_divide:                    # a division by zero that the compiler saw
    trap    certify_trap_divide, 34

# @llr KRN-LLR-011
    .globl  certify_trap_argument
certify_trap_argument:                  # an argument that breaks a contract
    trap    certify_trap_argument, 35

# @llr KRN-LLR-011
    .globl  certify_trap_operation
certify_trap_operation:                 # a value that is not there, or a broken assumption of the kernel
    trap    certify_trap_operation, 36

# @llr KRN-LLR-011
    .globl  certify_trap_null
certify_trap_null:                      # a null reference that the compiler saw
    trap    certify_trap_null, 37

# @llr KRN-LLR-011
    .globl  certify_trap_removed
certify_trap_removed:                   # code that ILC left out
    trap    certify_trap_removed, 38

# CONTRACT with ILC: called when a stack canary was overwritten.
# @llr KRN-LLR-010
    .globl  RhpFallbackFailFast
RhpFallbackFailFast:
    trap    RhpFallbackFailFast, 39

# CONTRACT with ILC: called by the start-up routine of a native library, which ILC adds to every image and
# nothing here calls.
# @llr KRN-LLR-011
    .globl  RhpReversePInvoke
RhpReversePInvoke:
    trap    RhpReversePInvoke, 38

# @llr KRN-LLR-011
    .globl  RhpReversePInvokeReturn
RhpReversePInvokeReturn:
    trap    RhpReversePInvokeReturn, 38

# CONTRACT with ILC: r11 is the lowest address of the frame about to be made. Touches each page from rsp down
# to it, so that a frame of more than a page cannot step over the guard page. Changes flags only.
# @llr KRN-LLR-009
    .globl  RhpStackProbe
RhpStackProbe:
    .cfi_startproc
    pushq   %rax
    .cfi_adjust_cfa_offset 8
    movq    %rsp, %rax
1:  subq    $PAGE, %rax
    cmpq    %r11, %rax
    jbe     2f
    testb   $0, (%rax)
    jmp     1b
2:  testb   $0, (%r11)
    popq    %rax
    .cfi_adjust_cfa_offset -8
    ret
    end     RhpStackProbe

# @llr KRN-LLR-028
    .globl  certify_memmove
certify_memmove:                        # rdi: to, rsi: from, rdx: bytes; they may overlap
    .cfi_startproc
    movq    %rdi, %rax
    subq    %rsi, %rax
    cmpq    %rdx, %rax
    jb      1f
    movq    %rdx, %rcx
    shrq    $3, %rcx
    rep     movsq
    movl    %edx, %ecx
    andl    $7, %ecx
    rep     movsb
    ret
1:  leaq    -1(%rdi, %rdx), %rdi        # the target begins inside the source: from the end
    leaq    -1(%rsi, %rdx), %rsi
    movq    %rdx, %rcx
    std
    rep     movsb
    cld
    ret
    end     certify_memmove

# @llr KRN-LLR-028
    .globl  certify_clear
certify_clear:                          # rdi: to, rsi: bytes
    .cfi_startproc
    movq    %rsi, %rdx
    xorl    %esi, %esi
    jmp     certify_fill
    end     certify_clear

# @llr KRN-LLR-028
    .globl  certify_fill
certify_fill:                           # rdi: to, sil: the value, rdx: bytes
    .cfi_startproc
    movzbl  %sil, %eax
    movq    %rdx, %rcx
    rep     stosb
    ret
    end     certify_fill

# CONTRACT with ILC: what frames with a buffer hold between it and their return address. Its low byte is 0, so
# that text cannot rewrite it. A constant, because the image has no source of chance.
# @llr KRN-LLR-010
    .section .rodata.platform, "a", @progbits
    .balign 8
    .globl  __security_cookie
    .type   __security_cookie, @object
__security_cookie:
    .quad   0x9E3779B97F4A7C00
    .size   __security_cookie, 8
