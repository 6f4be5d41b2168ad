export function bundle(root: string, dist: string): Promise<Set<string>>;
