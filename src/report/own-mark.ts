/** What the pages that crm-eval writes say of themselves in their head. */
export const pageMark = '<meta name="generator" content="crm-eval">';

/** What its workbooks say at their end, as the comment of the archive: whoever saves such a workbook makes it a file of his own. */
export const workbookMark = 'written by crm-eval';
