import { describe, expect, it } from "vitest";
import { Secret, Unknown, showName } from "../../../model/declared";

describe("an object's name in a message", () => {
    it.each([
        ["agents", "research", "agents/research"],
        [undefined, "research", "research"],
        ["agents", undefined, "agents/"],
        [new Unknown("namespace", 1), "research", "(known after apply)/research"],
        ["agents", new Secret("hunter2"), "agents/(secret)"],
    ])("follows its namespace, and shows nothing that is hidden: %#", (namespace, name, text) => {
        expect(showName({ namespace, name })).toBe(text);
    });
});
