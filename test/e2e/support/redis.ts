import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

import { commandOutput, runCommand } from "./command";
import { eventually } from "./eventually";

/** A Redis server of the test's own, with lists as task queues. */
export interface Redis {
    /** `127.0.0.1:PORT`, for a trigger's `address`. */
    readonly address: string;
    /** Adds tasks to a list. */
    push(list: string, count: number): Promise<void>;
    /** Takes that many tasks off a list, as a worker would. */
    pop(list: string, count: number): Promise<void>;
    /** Takes all tasks off a list. */
    drain(list: string): Promise<void>;
    length(list: string): Promise<number>;
    /** Ends the server; its content is lost. */
    stop(): Promise<void>;
}

/**
 * Starts redis-server on a free loopback port, without persistence.
 *
 * @throws {Error} if it does not answer within ten seconds, with what it said
 */
export async function startRedis(): Promise<Redis> {
    const port = await freePort();
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const server = spawn("redis-server", args, { stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(server, "exit").catch(() => undefined);
    process.once("exit", () => server.kill());
    let said = "";
    server.stdout.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    server.stderr.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));

    const client = ["-h", "127.0.0.1", "-p", String(port)];
    const cli = (...command: string[]) =>
        commandOutput("redis-cli", [...client, ...command], { timeoutSeconds: 10 });
    // By its process, since another program may have taken the free port in the meantime.
    const look = async () => ({
        answers: (await runCommand("redis-cli", [...client, "info", "server"])).stdout.includes(
            `process_id:${server.pid}\r`,
        ),
        said,
    });
    await eventually("redis-server answers", look, ({ answers }) => answers, { seconds: 10 });

    return {
        address: `127.0.0.1:${port}`,
        async push(list, count) {
            const script = "for i = 1, tonumber(ARGV[1]) do redis.call('RPUSH', KEYS[1], i) end";
            await cli("EVAL", script, "1", list, String(count));
        },
        async pop(list, count) {
            await cli("LPOP", list, String(count));
        },
        async drain(list) {
            await cli("DEL", list);
        },
        async length(list) {
            return Number(await cli("LLEN", list));
        },
        async stop() {
            server.kill("SIGTERM");
            await ended;
        },
    };
}

async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}
