import { betaGeometricNbd } from './beta-geometric-nbd.ts';

/**
 * BG/NBD: customers may stop after any repeat purchase, so one who bought once is alive for certain. P. S. Fader, B. G. S. Hardie,
 * K. L. Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model", Marketing Science 24(2), 2005, 275–284.
 */
export const bgNbd = betaGeometricNbd({ id: 'bg-nbd', stopAtFirst: 0 });
