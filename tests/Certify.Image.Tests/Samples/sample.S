# What the sample's code refers to.
        .text
        .globl RhpReversePInvoke, RhpReversePInvokeReturn, RhpFallbackFailFast, certify_trap_index
        .type RhpReversePInvoke, @function
RhpReversePInvoke:
RhpReversePInvokeReturn:
        ret
        .size RhpReversePInvoke, . - RhpReversePInvoke
        .type RhpFallbackFailFast, @function
RhpFallbackFailFast:
certify_trap_index:
        ud2
        .size RhpFallbackFailFast, . - RhpFallbackFailFast
        .data
        .globl __security_cookie
__security_cookie:
        .quad 0x1234
        .section .note.GNU-stack, "", @progbits
