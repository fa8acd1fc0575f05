/** Edits (insert, delete, replace, swap of neighbours) that turn one word into another. */
function distance(a: string, b: string): number {
    const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min(
                cell(rows, i - 1, j) + 1,
                (row[j - 1] ?? 0) + 1,
                cell(rows, i - 1, j - 1) + cost,
            );
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                best = Math.min(best, cell(rows, i - 2, j - 2) + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    return cell(rows, a.length, b.length);
}

function cell(rows: readonly (readonly number[])[], i: number, j: number): number {
    return rows[i]?.[j] ?? 0;
}

/**
 * The word that someone most likely meant, or `undefined` when none is close: at most a third of its letters
 * differ, upper and lower case count as one.
 *
 * @example nearest("maxReplica", ["minReplicas", "maxReplicas"]) // "maxReplicas"
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    const limit = Math.max(1, Math.floor(word.length / 3));
    let best: { candidate: string; edits: number } | undefined;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - word.length) > limit || word.length > 64) continue;
        const edits = distance(word.toLowerCase(), candidate.toLowerCase());
        if (edits <= limit && (best === undefined || edits < best.edits)) best = { candidate, edits };
    }
    return best?.candidate;
}
