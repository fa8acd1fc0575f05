import { describe, expect, it } from "vitest";
import {
    ChildOutput,
    JoinedText,
    JsonText,
    Secret,
    Unknown,
    joinedText,
    jsonText,
    outputOf,
} from "../../../model";

const unknown = new Unknown("clusterName", Symbol("output"));
const secret = new Secret(Symbol("secret"));

describe("texts that are put together", () => {
    it("are plain where every part is", () => {
        expect(joinedText("a", "-", "b")).toBe("a-b");
        expect(jsonText({ Action: ["sqs:SendMessage"] })).toBe('{"Action":["sqs:SendMessage"]}');
    });

    it("are known after apply where a part is, and keep the parts", () => {
        const joined = joinedText("a-", unknown);
        expect(joined).toBeInstanceOf(Unknown);
        expect((joined as Unknown).identity).toEqual(new JoinedText(["a-", unknown]));
        expect((joined as Unknown).path).toBe("clusterName");
        const json = jsonText({ Resource: [{ deep: unknown }] });
        expect((json as Unknown).identity).toEqual(new JsonText({ Resource: [{ deep: unknown }] }));
    });

    it("are secret where any part is, also beside one that is not known", () => {
        expect(joinedText(unknown, secret)).toBeInstanceOf(Secret);
        expect(jsonText([unknown, { token: secret }])).toBeInstanceOf(Secret);
    });
});

it("names an output of a sibling by its role and place", () => {
    const leaf = outputOf("group", "resources", 0, "name");
    expect(leaf.path).toBe("group.resources[0].name");
    expect(leaf.identity).toEqual(new ChildOutput("group", ["resources", 0, "name"]));
});
