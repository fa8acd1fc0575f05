/** Input that cannot be used: its message is shown as it is, without a stack trace, and the exit code is 2. */
export class InputError extends Error {}
