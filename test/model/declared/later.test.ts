import { describe, expect, it } from "vitest";
import {
    ChildOutput,
    JoinedText,
    JsonText,
    Secret,
    Unknown,
    WithoutPrefix,
    joinedText,
    jsonText,
    outputOf,
    withoutPrefix,
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

describe("a text without what it begins with", () => {
    it("is cut where it is plain, and left where it begins otherwise", () => {
        expect(withoutPrefix("https://", "https://issuer.test/id")).toBe("issuer.test/id");
        expect(withoutPrefix("https://", "issuer.test/https://")).toBe("issuer.test/https://");
    });

    it("is known after apply, or secret, where the text is", () => {
        expect(withoutPrefix("https://", unknown)).toEqual(
            new Unknown("clusterName", new WithoutPrefix("https://", unknown)),
        );
        expect(withoutPrefix("https://", secret)).toEqual(new Secret(new WithoutPrefix("https://", secret)));
    });
});

it("names an output of a sibling by its role and place", () => {
    const leaf = outputOf("group", "resources", 0, "name");
    expect(leaf.path).toBe("group.resources[0].name");
    expect(leaf.identity).toEqual(new ChildOutput("group", ["resources", 0, "name"]));
});
