/** The files of the set that publishing.ts writes. */
export const names = ['review.html', 'review.xlsx'];
