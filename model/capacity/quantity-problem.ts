/** Why a value is not a quantity, and what to write instead. */
export interface QuantityProblem {
    /** What is wrong, one sentence without a full stop. */
    readonly message: string;
    /** What to change, as an instruction. */
    readonly fix: string;
}

const LONGEST_QUOTE = 40;

/** What people write for a suffix, in lower case, and what Kubernetes calls it. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
    "": [""],
    k: ["k", "Ki"],
    kb: ["k", "Ki"],
    ki: ["Ki"],
    kib: ["Ki"],
    m: ["M", "Mi"],
    mb: ["M", "Mi"],
    mi: ["Mi"],
    mib: ["Mi"],
    g: ["G", "Gi"],
    gb: ["G", "Gi"],
    gi: ["Gi"],
    gib: ["Gi"],
    t: ["T", "Ti"],
    tb: ["T", "Ti"],
    ti: ["Ti"],
    tib: ["Ti"],
    p: ["P", "Pi"],
    pb: ["P", "Pi"],
    pi: ["Pi"],
    pib: ["Pi"],
    b: [""],
    byte: [""],
    bytes: [""],
    core: [""],
    cores: [""],
    cpu: [""],
    cpus: [""],
    vcpu: [""],
    vcpus: [""],
    mcpu: ["m"],
    millicore: ["m"],
    millicores: ["m"],
};

/** A value as it stands in a message: quoted when it is text, cut when it is long. */
export function quoteQuantity(value: unknown): string {
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") return value === null ? "null" : `a value of type ${typeof value}`;
    return JSON.stringify(value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}...` : value);
}

/** The spellings that someone may have meant, best first. */
function suggestions(text: string): string[] {
    const match = /^([+-]?(?:\d+[.,]?\d*|[.,]\d+))\s*([A-Za-z]*)$/.exec(text);
    if (match === null) return [];
    const number = (match[1] ?? "").replace(",", ".");
    const meant = Object.hasOwn(MEANT, (match[2] ?? "").toLowerCase())
        ? (MEANT[(match[2] ?? "").toLowerCase()] ?? [])
        : [];
    return meant.map((suffix) => JSON.stringify(number + suffix));
}

/** Says why a value that does not follow the grammar is not a quantity. */
export function quantityProblem(value: unknown): QuantityProblem {
    const message = `${quoteQuantity(value)} is not a quantity`;
    const example = 'write a number with a suffix that Kubernetes knows, for example "500m", "2" or "8Gi"';
    if (typeof value !== "string") return { message, fix: example };
    const text = value.trim();
    if (text === "") return { message: "the quantity is empty", fix: example };
    const meant = text.length > LONGEST_QUOTE ? [] : suggestions(text);
    return { message, fix: meant.length === 0 ? example : `did you mean ${meant.join(" or ")}?` };
}
