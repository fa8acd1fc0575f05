/** A container as messages call it: its name where that is plain text, else its place in the list. */
export function containerLabel(name: unknown, index: number): string {
    return typeof name === "string"
        ? `container ${JSON.stringify(name.slice(0, 80))}`
        : `container #${index + 1}`;
}
