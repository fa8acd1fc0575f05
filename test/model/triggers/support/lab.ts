import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { TriggerArgs } from "../../../../model/triggers";
import { encodeTrigger, scalerOf } from "../../../../model/triggers";

const LAB = path.resolve(__dirname, "../../../../../shared/lab/lab");

/** Whether KEDA's own scalers can be asked on this machine. */
export const hasLab = existsSync(LAB);

/** One trigger, as `lab scalers` takes it. */
export interface Question {
    readonly id: string;
    readonly type: string;
    readonly metadata: Readonly<Record<string, string>>;
    readonly authParams?: Readonly<Record<string, string>>;
    readonly resolvedEnv?: Readonly<Record<string, string>>;
    readonly metricType?: string;
    readonly podIdentity?: string;
}

/** What KEDA's constructor of the scaler says. */
export interface Answer {
    readonly id: string;
    readonly outcome: "accepted" | "refused" | "unreachable" | "crashed";
    readonly error?: string;
    readonly metric?: { readonly targetType: string; readonly target: string };
}

/** Asks KEDA 2.20.2 in one batch. */
export function askKeda(questions: readonly Question[]): Map<string, Answer> {
    const output = execFileSync(LAB, ["scalers"], {
        input: questions.map((question) => JSON.stringify(question)).join("\n"),
        maxBuffer: 2 ** 28,
        stdio: ["pipe", "pipe", "ignore"],
    });
    const lines = output.toString().trim().split("\n");
    return new Map(lines.map((line) => JSON.parse(line) as Answer).map((answer) => [answer.id, answer]));
}

const STORAGE =
    "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=core.windows.net";
const KEY = "SharedAccessKeyName=n;SharedAccessKey=a2V5";

/** What the container's variables hold, by their names. */
export const VARIABLES: Readonly<Record<string, string>> = {
    STORAGE,
    HUB: `Endpoint=sb://x.servicebus.windows.net/;${KEY};EntityPath=e`,
    BUS: `Endpoint=sb://x.servicebus.windows.net/;${KEY}`,
    ORGANIZATION: "http://127.0.0.1:1/organization",
    MONGO: "mongodb://127.0.0.1:1/d",
};

/** What a Secret holds for a parameter, where any text will not do. */
const PARAMETERS: Readonly<Record<string, string>> = {
    GoogleApplicationCredentials:
        '{"type":"authorized_user","client_id":"c","client_secret":"s","refresh_token":"r"}',
    "predictkube apiKey": "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
    "mssql connectionString": "sqlserver://u:p@127.0.0.1:1?database=d",
    "mysql connectionString": "u:p@tcp(127.0.0.1:1)/d",
    "couchdb host": "127.0.0.1",
    "couchdb port": "1",
    IdentityEndpoint: "http://127.0.0.1:1",
    authURL: "http://127.0.0.1:1",
};

/** The question for a trigger's arguments, encoded as the component encodes them. */
export function questionOf(id: string, trigger: TriggerArgs): Question {
    const scaler = scalerOf(trigger);
    if (scaler === undefined) throw new Error(`${id} has no scaler`);
    const args = trigger[scaler.member as keyof TriggerArgs] as Readonly<Record<string, unknown>>;
    const { type, metadata, metricType } = encodeTrigger(scaler, args, trigger.name);
    const { secret, awsPodIdentity, azureWorkload, gcpPodIdentity } = trigger.authentication ?? {};
    const podIdentity =
        awsPodIdentity !== undefined
            ? "aws"
            : azureWorkload !== undefined
              ? "azure-workload"
              : gcpPodIdentity !== undefined
                ? "gcp"
                : undefined;
    const names = Object.keys(secret?.parameters ?? {});
    return {
        id,
        type,
        metadata: metadata as Readonly<Record<string, string>>,
        authParams: Object.fromEntries(
            names.map((name) => [name, PARAMETERS[`${type} ${name}`] ?? PARAMETERS[name] ?? "x"]),
        ),
        resolvedEnv: VARIABLES,
        ...(metricType === undefined ? {} : { metricType }),
        ...(podIdentity === undefined ? {} : { podIdentity }),
    };
}
