import { describe, expect, it } from "vitest";
import { secretInMetadata } from "../../../model/rules/secret-in-metadata";
import { findings } from "./support/findings";
import { redis, scaledObject, secret, unknown } from "./support/objects";

describe("secret-in-metadata", () => {
    const withMetadata = (metadata: object) => scaledObject({ triggers: [redis(metadata)] });

    it("reports a credential by its key, and never shows it", () => {
        const found = findings(secretInMetadata, withMetadata({ password: "hunter2" }));
        expect(found).toMatchObject([
            {
                severity: "error",
                message: "password holds a credential in plain sight",
                fix: "move it to a Secret and name that in the trigger's authentication",
                path: "spec.triggers[0].metadata.password",
            },
        ]);
        expect(JSON.stringify(found)).not.toContain("hunter2");
    });

    it("reports a password in a URL, under any key and for any scaler", () => {
        const trigger = {
            type: "rabbitmq",
            metadata: { host: "amqp://user:hunter2@rabbit:5672/vhost", queueName: "q" },
        };
        const found = findings(secretInMetadata, scaledObject({ triggers: [trigger] }));
        expect(found).toMatchObject([{ path: "spec.triggers[0].metadata.host" }]);
        expect(JSON.stringify(found)).not.toContain("hunter2");
        expect(
            findings(secretInMetadata, withMetadata({ address: " redis://:hunter2@redis:6379" })),
        ).toHaveLength(1);
    });

    it("reports a value that is a secret or not known yet, where the key is a credential's", () => {
        expect(findings(secretInMetadata, withMetadata({ listName: secret() }))).toHaveLength(1);
        expect(findings(secretInMetadata, withMetadata({ password: unknown() }))).toHaveLength(1);
        expect(findings(secretInMetadata, withMetadata({ listName: unknown() }))).toEqual([]);
    });

    it("is quiet about references, empty values and URLs without a password", () => {
        for (const metadata of [
            { passwordFromEnv: "REDIS_PASSWORD" },
            { password: "" },
            { password: "  " },
            { password: null },
            { address: "redis:6379,redis-2:6379" },
            { address: "https://user@host:443/a:b@c" },
            { address: "http://host:8080/path?x=a:b@c" },
        ]) {
            expect(findings(secretInMetadata, withMetadata(metadata))).toEqual([]);
        }
    });
});
