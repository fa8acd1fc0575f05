import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "../messages";

/**
 * Where in the project's own files a resource was made: the innermost such place, so that the children of a
 * component from a package point at the line that made the component.
 */
export function sourceOf(request: RegisterResourceRequest, projectDir: string): SourcePosition | undefined {
    for (const frame of request.getStacktrace()?.getFramesList() ?? []) {
        const position = frame.getPc();
        const uri = position?.getUri() ?? "";
        if (position === undefined || !uri.startsWith("file:")) continue;
        const file = path.relative(realDir(projectDir), fileURLToPath(uri));
        if (file.startsWith("..") || file.includes("node_modules")) continue;
        return { file, line: position.getLine(), column: position.getColumn() };
    }
    return undefined;
}

const realDirs = new Map<string, string>();

/** Stack frames name files by their real path. */
function realDir(dir: string): string {
    const real = realDirs.get(dir) ?? fs.realpathSync(dir);
    realDirs.set(dir, real);
    return real;
}
