/** More than any machine has cores; each takes memory before it does anything. */
export const mostThreads = 256;
