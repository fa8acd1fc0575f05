/** Reads all of standard input; `undefined` where it is longer than what is read. */
export async function readStandardInput(mostBytes: number): Promise<string | undefined> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > mostBytes) return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
}
