import {
    type handleUnaryCall,
    Server,
    ServerCredentials,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import engine from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import resource from "@pulumi/pulumi/proto/resource_pb";
import empty from "google-protobuf/google/protobuf/empty_pb";
import struct from "google-protobuf/google/protobuf/struct_pb";

/** The project and stack of everything that is constructed. */
export const PROJECT = "plugin-test";
export const STACK = "test";
export const STACK_URN = `urn:pulumi:${STACK}::${PROJECT}::pulumi:pulumi:Stack::${PROJECT}-${STACK}`;

/** A resource that the plugin asked the engine to register. */
export interface Registration {
    urn: string;
    type: string;
    name: string;
    parent: string;
    custom: boolean;
    inputs: Record<string, unknown>;
    ignoreChanges: string[];
    deleteBeforeReplace: boolean;
    dependencies: string[];
    /** What the component said its outputs are; only for components, and once. */
    outputs?: Record<string, unknown>;
}

/** A message that the plugin wrote for the user; those for debugging are left out. */
export interface LogMessage {
    severity: "info" | "warning" | "error";
    message: string;
}

const SEVERITIES = new Map<number, LogMessage["severity"]>([
    [engine.LogSeverity.INFO, "info"],
    [engine.LogSeverity.WARNING, "warning"],
    [engine.LogSeverity.ERROR, "error"],
]);

/** A handler that answers with what `answer` returns, and with an error when it throws. */
function answering<Request, Response>(
    answer: (request: Request) => Response,
): handleUnaryCall<Request, Response> {
    return ({ request }, callback) => {
        try {
            callback(null, answer(request));
        } catch (error) {
            callback(error as Error);
        }
    };
}

/** The URN of a resource: its type is preceded by the types of its parents up to the stack. */
function urnOf(type: string, name: string, parent: string): string {
    const [, , parentTypes = ""] = parent.split("::");
    const types = parent === "" || parent === STACK_URN ? type : `${parentTypes}$${type}`;
    return `urn:pulumi:${STACK}::${PROJECT}::${types}::${name}`;
}

/**
 * What a plugin needs of Pulumi's engine, without a CLI: the services to which it registers resources and writes
 * its log. Resources are not created; each answers with its own inputs, under an id of its name.
 */
export class TestEngine {
    readonly registrations: Registration[] = [];
    readonly log: LogMessage[] = [];
    private readonly server = new Server();
    private port = 0;

    /** Starts an engine on a free port. */
    static async start(): Promise<TestEngine> {
        const started = new TestEngine();
        started.server.addService(EngineService, started.engineService());
        started.server.addService(ResourceMonitorService, started.monitorService());
        started.port = await new Promise<number>((resolve, reject) => {
            started.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
                if (error === null) resolve(port);
                else reject(error);
            });
        });
        return started;
    }

    get address(): string {
        return `127.0.0.1:${String(this.port)}`;
    }

    stop(): void {
        this.server.forceShutdown();
    }

    private engineService(): UntypedServiceImplementation {
        return {
            log: answering((request: engine.LogRequest) => {
                const severity = SEVERITIES.get(request.getSeverity());
                if (severity !== undefined) this.log.push({ severity, message: request.getMessage() });
                return new empty.Empty();
            }),
            getRootResource: answering(() => new engine.GetRootResourceResponse().setUrn(STACK_URN)),
            setRootResource: answering(() => new engine.SetRootResourceResponse()),
        };
    }

    private monitorService(): UntypedServiceImplementation {
        return {
            supportsFeature: answering(() => new resource.SupportsFeatureResponse().setHassupport(true)),
            registerResource: answering((request: resource.RegisterResourceRequest) =>
                this.register(request),
            ),
            registerResourceOutputs: answering((request: resource.RegisterResourceOutputsRequest) => {
                const component = this.registrations.find(({ urn }) => urn === request.getUrn());
                if (component === undefined) throw new Error(`outputs of unknown ${request.getUrn()}`);
                if (component.outputs !== undefined)
                    throw new Error(`outputs of ${request.getUrn()} come twice`);
                component.outputs = request.getOutputs()?.toJavaScript() ?? {};
                return new empty.Empty();
            }),
        };
    }

    private register(request: resource.RegisterResourceRequest): resource.RegisterResourceResponse {
        const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
        const inputs = (request.getObject()?.toJavaScript() ?? {}) as Record<string, unknown>;
        const urn = urnOf(type, name, parent);
        if (this.registrations.some((each) => each.urn === urn)) throw new Error(`duplicate resource ${urn}`);
        this.registrations.push({
            ...{ urn, type, name, parent, inputs, custom: request.getCustom() },
            ignoreChanges: request.getIgnorechangesList(),
            deleteBeforeReplace: request.getDeletebeforereplace(),
            dependencies: request.getDependenciesList(),
        });
        return new resource.RegisterResourceResponse()
            .setUrn(urn)
            .setId(request.getCustom() ? name : "")
            .setObject(struct.Struct.fromJavaScript(inputs as Record<string, struct.JavaScriptValue>));
    }
}
