import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { credentials } from "@grpc/grpc-js";
import type { PolicyResource } from "@pulumi/policy";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import empty from "google-protobuf/google/protobuf/empty_pb";
import struct from "google-protobuf/google/protobuf/struct_pb";
import { call, firstLine } from "../../plugin/plugin-process";

const RUN_POLICY_PACK = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const LIFE_MILLISECONDS = 120_000;

/** A resource as the engine sends it: values that are not known and secrets stand in their wire form. */
export interface WireResource extends Pick<PolicyResource, "type" | "name"> {
    /** What a stack policy is handed of it: outputs. */
    readonly props: object;
    /** What its author wrote, where the engine asks about that before. */
    readonly inputs?: object;
    readonly ignoreChanges?: readonly string[];
    /** The component that it is a part of. */
    readonly parent?: Pick<PolicyResource, "type" | "name">;
}

/** A policy pack that runs as the CLI runs it: the SDK's launcher in the pack's folder, spoken to over gRPC. */
export class PackProcess {
    private constructor(
        private readonly child: ChildProcess,
        private readonly client: AnalyzerClient,
    ) {}

    /** Starts the pack of a folder. No engine listens: a pack only writes its log to one. */
    static async start(folder: string): Promise<PackProcess> {
        const child = spawn(process.execPath, [RUN_POLICY_PACK, "127.0.0.1:1", folder], {
            cwd: folder,
            stdio: ["ignore", "pipe", "pipe"],
            timeout: LIFE_MILLISECONDS,
        });
        const port = await firstLine(child);
        return new PackProcess(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    }

    /** Ends this process and no other. */
    async stop(): Promise<void> {
        this.client.close();
        if (this.child.exitCode !== null || this.child.signalCode !== null) return;
        const ended = once(this.child, "exit");
        this.child.kill();
        await ended;
    }

    info(): Promise<analyzer.AnalyzerInfo.AsObject> {
        return call<analyzer.AnalyzerInfo>((done) => {
            this.client.getAnalyzerInfo(new empty.Empty(), done);
        }).then((answer) => answer.toObject());
    }

    /** Gives a policy its configuration, as the engine does once before it asks. */
    async configure(policy: string, level: analyzer.EnforcementLevel, properties: object): Promise<void> {
        const config = new analyzer.PolicyConfig().setEnforcementlevel(level).setProperties(wire(properties));
        const request = new analyzer.ConfigureAnalyzerRequest();
        request.getPolicyconfigMap().set(policy, config);
        await call<empty.Empty>((done) => {
            this.client.configure(request, done);
        });
    }

    /** What the pack makes of one resource before it is applied: the changed properties, by policy. */
    async remediate(resource: WireResource): Promise<Record<string, unknown>> {
        const answer = await call<analyzer.RemediateResponse>((done) => {
            this.client.remediate(requestFor(resource, resource.props), done);
        });
        return Object.fromEntries(
            answer
                .getRemediationsList()
                .map((made) => [made.getPolicyname(), made.getProperties()?.toJavaScript()]),
        );
    }

    /** What the pack says of a whole stack, at the end of a preview or an update. */
    async analyzeStack(resources: readonly WireResource[]): Promise<analyzer.AnalyzeDiagnostic.AsObject[]> {
        const request = new analyzer.AnalyzeStackRequest().setResourcesList(
            resources.map((resource) =>
                new analyzer.AnalyzerResource()
                    .setType(resource.type)
                    .setName(resource.name)
                    .setUrn(urn(resource))
                    .setParent(resource.parent === undefined ? "" : urn(resource.parent))
                    .setOptions(optionsOf(resource))
                    .setProperties(wire(resource.props)),
            ),
        );
        const answer = await call<analyzer.AnalyzeResponse>((done) => {
            this.client.analyzeStack(request, done);
        });
        return answer.toObject().diagnosticsList;
    }

    /** What the pack says of a stack where it is asked about the inputs of each resource first, as an engine does. */
    async preview(resources: readonly WireResource[]): Promise<analyzer.AnalyzeDiagnostic.AsObject[]> {
        const found: analyzer.AnalyzeDiagnostic.AsObject[] = [];
        for (const resource of resources) {
            const answer = await call<analyzer.AnalyzeResponse>((done) => {
                this.client.analyze(requestFor(resource, resource.inputs ?? resource.props), done);
            });
            found.push(...answer.toObject().diagnosticsList);
        }
        return [...found, ...(await this.analyzeStack(resources))];
    }
}

function requestFor(resource: WireResource, properties: object): analyzer.AnalyzeRequest {
    return new analyzer.AnalyzeRequest()
        .setType(resource.type)
        .setName(resource.name)
        .setUrn(urn(resource))
        .setOptions(optionsOf(resource))
        .setProperties(wire(properties));
}

function optionsOf({ ignoreChanges = [] }: WireResource): analyzer.AnalyzerResourceOptions {
    return new analyzer.AnalyzerResourceOptions().setIgnorechangesList([...ignoreChanges]);
}

function urn({ type, name }: Pick<PolicyResource, "type" | "name">): string {
    return `urn:pulumi:test::project::${type}::${name}`;
}

function wire(properties: object): struct.Struct {
    return struct.Struct.fromJavaScript(properties as Record<string, struct.JavaScriptValue>);
}
