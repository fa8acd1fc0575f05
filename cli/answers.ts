import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { InputError } from "./input-error";
import type { Answers } from "./offline";

/** Reads a file of answers (YAML or JSON): results of provider functions and outputs of other stacks. */
export async function readAnswers(file: string): Promise<Answers> {
    let value: unknown;
    try {
        value = parse(await readFile(file, "utf8"));
    } catch (error) {
        throw new InputError(
            `${file}: ${error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : "cannot be read"}`,
        );
    }
    const members = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (members.length === 0 || members.some((member) => member !== "invokes" && member !== "stacks")) {
        throw new InputError(`${file}: must be an object with invokes or stacks`);
    }
    return value as Answers;
}
