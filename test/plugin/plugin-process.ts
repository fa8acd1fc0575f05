import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import provider from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import empty from "google-protobuf/google/protobuf/empty_pb";
import struct from "google-protobuf/google/protobuf/struct_pb";
import { PROJECT, STACK, STACK_URN, type TestEngine } from "./engine";

const RUN_PLUGIN = require.resolve("@pulumi/pulumi/cmd/run-plugin");
const START_SECONDS = 45;

/** What constructing a component gave. */
export interface Constructed {
    urn: string;
    state: Record<string, unknown>;
}

/** A component that was refused: which arguments are wrong and why, as the CLI shows them. */
export class RefusedArguments extends Error {
    constructor(
        message: string,
        readonly problems: { path: string; reason: string }[],
    ) {
        super(message);
    }
}

/** A plugin that runs as the CLI runs it: the SDK's launcher in a process of its own, spoken to over gRPC. */
export class PluginProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: ResourceProviderClient,
        private readonly engine: TestEngine,
    ) {}

    /**
     * Starts the plugin of a folder. Its working directory is a folder of no project, so that it works for a
     * consumer in any language.
     */
    static async start(folder: string, engine: TestEngine): Promise<PluginProcess> {
        const child = spawn(process.execPath, [RUN_PLUGIN, folder, engine.address], {
            cwd: tmpdir(),
            stdio: ["ignore", "pipe", "pipe"],
            timeout: START_SECONDS * 10_000,
        });
        const port = await firstLine(child);
        const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
        return new PluginProcess(child, client, engine);
    }

    /** Ends this process and no other. */
    async stop(): Promise<void> {
        this.client.close();
        if (this.child.exitCode !== null || this.child.signalCode !== null) return;
        const ended = once(this.child, "exit");
        this.child.kill();
        await ended;
    }

    version(): Promise<string> {
        return call<{ getVersion(): string }>((done) => {
            this.client.getPluginInfo(new empty.Empty(), done);
        }).then((info) => info.getVersion());
    }

    schema(): Promise<string> {
        return call<provider.GetSchemaResponse>((done) => {
            this.client.getSchema(new provider.GetSchemaRequest(), done);
        }).then((response) => response.getSchema());
    }

    /** Constructs a component as a preview does (`dryRun`) or as an update. */
    async construct(
        type: string,
        name: string,
        inputs: Record<string, unknown>,
        options: { dryRun?: boolean } = {},
    ): Promise<Constructed> {
        const request = new provider.ConstructRequest()
            .setProject(PROJECT)
            .setStack(STACK)
            .setOrganization("organization")
            .setDryrun(options.dryRun ?? false)
            .setParallel(16)
            .setMonitorendpoint(this.engine.address)
            .setType(type)
            .setName(name)
            .setParent(STACK_URN)
            .setInputs(struct.Struct.fromJavaScript(inputs as Record<string, struct.JavaScriptValue>))
            .setAcceptsOutputValues(true);
        const response = await call<provider.ConstructResponse>((done) => {
            this.client.construct(request, done);
        });
        const state = (response.getState()?.toJavaScript() ?? {}) as Record<string, unknown>;
        return { urn: response.getUrn(), state };
    }
}

/** The first line that a plugin prints, which is its port; what it printed instead when it ends before. */
export async function firstLine(child: ChildProcess): Promise<string> {
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error("the plugin's output is not a pipe");
    let errors = "";
    stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
            child.kill();
            reject(new Error(`the plugin did not start within ${String(START_SECONDS)} s: ${errors}`));
        }, START_SECONDS * 1000);
        createInterface(stdout).once("line", (line) => {
            clearTimeout(limit);
            resolve(line);
        });
        child.once("exit", (code) => {
            clearTimeout(limit);
            reject(new Error(`the plugin ended with exit code ${String(code)}: ${errors}`));
        });
    });
}

type Done<Response> = (error: ServiceError | null, response: Response) => void;

/** What a call of a plugin answers. */
export function call<Response>(start: (done: Done<Response>) => void): Promise<Response> {
    return new Promise((resolve, reject) => {
        start((error, response) => {
            if (error === null) resolve(response);
            else reject(refusal(error) ?? error);
        });
    });
}

/** The refused arguments that an error carries beside its message, if it does. */
function refusal(error: ServiceError): RefusedArguments | undefined {
    const [details] = error.metadata.get("grpc-status-details-bin");
    if (!(details instanceof Buffer)) return undefined;
    const found = Status.deserializeBinary(details)
        .getDetailsList()
        .map((detail) =>
            detail.unpack(
                (bytes) => InputPropertiesError.deserializeBinary(bytes),
                "pulumirpc.InputPropertiesError",
            ),
        )
        .find((each) => each !== null);
    const problems = found
        ?.getErrorsList()
        .map((each) => ({ path: each.getPropertyPath(), reason: each.getReason() }));
    return problems && new RefusedArguments(error.details, problems);
}
