/** Words longer than this are nobody's slip of the pen. */
const LONGEST_WORD = 64;

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into another; any number above the limit
 * when it takes more than that.
 */
function distance(a: string, b: string, limit: number): number {
    let beforeLast: number[] = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        let smallest = i;
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(best);
            smallest = Math.min(smallest, best);
        }
        // A swap reaches back two rows and adds one edit, so a row above the limit can never come down again.
        if (smallest > limit) return smallest;
        [beforeLast, last] = [last, row];
    }
    return last[b.length] ?? 0;
}

/**
 * The word that someone most likely meant, or `undefined` when none is close: at most a third of its letters
 * differ, upper and lower case count as one.
 *
 * @example nearest("maxReplica", ["minReplicas", "maxReplicas"]) // "maxReplicas"
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
    if (word.length > LONGEST_WORD) return undefined;
    const wanted = word.toLowerCase();
    let limit = Math.max(1, Math.floor(word.length / 3));
    let best: string | undefined;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - word.length) > limit) continue;
        const edits = distance(wanted, candidate.toLowerCase(), limit);
        if (edits > limit) continue;
        best = candidate;
        // Only a word that is nearer still may replace it.
        limit = edits - 1;
        if (limit < 0) break;
    }
    return best;
}
