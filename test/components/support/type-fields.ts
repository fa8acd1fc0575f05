import path from "node:path";
import ts from "typescript";

/** How a member is written: its path, `?` where it may be left out, and the kind of its value. */
export type Field = string;

const repository = path.resolve(__dirname, "../../..");

/** The exported types of a source file. */
export class ExportedTypes {
    private readonly checker: ts.TypeChecker;
    private readonly exports: readonly ts.Symbol[];

    constructor(file: string) {
        const config = ts.readConfigFile(path.join(repository, "tsconfig.json"), (each) =>
            ts.sys.readFile(each),
        );
        const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, repository);
        const program = ts.createProgram([path.join(repository, file)], { ...options, noEmit: true });
        this.checker = program.getTypeChecker();
        const source = program.getSourceFile(path.join(repository, file));
        const module = source && this.checker.getSymbolAtLocation(source);
        if (module === undefined) throw new Error(`${file} is not a module`);
        this.exports = this.checker.getExportsOfModule(module);
    }

    /** The members of an interface, at any depth, sorted; those below a path in `opaque` are left out. */
    fields(name: string, opaque: readonly string[]): Field[] {
        const symbol = this.exports.find((each) => each.name === name);
        if (symbol === undefined) throw new Error(`there is no exported ${name}`);
        return typeFields(this.checker.getDeclaredTypeOfSymbol(symbol), this.checker, opaque);
    }
}

/** Name of an object type; primitives have none. */
function symbolName(type: ts.Type): string {
    return type.flags & ts.TypeFlags.Object ? type.symbol.name : "";
}

/** What an `Input<T | undefined>` may plainly be: `T` without the promise, the Output and undefined. */
function plainTypes(type: ts.Type): ts.Type[] {
    const members = type.isUnion() ? type.types : [type];
    return members.filter(
        (member) =>
            !(member.flags & ts.TypeFlags.Undefined) &&
            !["Promise", "OutputInstance"].includes(symbolName(member)),
    );
}

function typeFields(root: ts.Type, checker: ts.TypeChecker, opaque: readonly string[]): Field[] {
    const fields: Field[] = [];

    const visit = (types: ts.Type[], at: string, label: string): void => {
        const [first] = types;
        if (first === undefined) throw new Error(`${at} has no plain type`);
        if (types.every((type) => type.isStringLiteral())) {
            const values = types.map((type) => type.value);
            fields.push(
                `${label}: ${values
                    .map((value) => JSON.stringify(value))
                    .sort()
                    .join(" | ")}`,
            );
        } else if (types.every((type) => type.flags & ts.TypeFlags.BooleanLike)) {
            fields.push(`${label}: boolean`);
        } else if (first.flags & (ts.TypeFlags.String | ts.TypeFlags.Number)) {
            fields.push(`${label}: ${checker.typeToString(first)}`);
        } else if (checker.isArrayType(first)) {
            const [item] = checker.getTypeArguments(first as ts.TypeReference);
            fields.push(`${label}: list`);
            if (item !== undefined) visit(plainTypes(item), `${at}[]`, `${at}[]`);
        } else {
            const values = first.getStringIndexType();
            fields.push(`${label}: ${values === undefined ? "object" : "map"}`);
            if (values !== undefined) visit(plainTypes(values), `${at}{}`, `${at}{}`);
            if (opaque.includes(at)) return;
            for (const member of first.getProperties()) {
                const below = `${at}.${member.name}`;
                const optional = (member.flags & ts.SymbolFlags.Optional) !== 0 ? "?" : "";
                visit(plainTypes(checker.getTypeOfSymbol(member)), below, below + optional);
            }
        }
    };
    visit(plainTypes(root), "spec", "spec");
    return fields.sort();
}
