import { betaGeometricNbd } from './beta-geometric-nbd.ts';

/**
 * MBG/NBD: customers may stop after any purchase, the first one included. E. P. Batislam, M. Denizel, A. Filiztekin, "Empirical
 * validation and comparison of models for customer base analysis", International Journal of Research in Marketing 24(3), 2007, 201–209.
 */
export const mbgNbd = betaGeometricNbd({ id: 'mbg-nbd', stopAtFirst: 1 });
