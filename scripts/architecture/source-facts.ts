/** What the architecture rules need to know about a source file, read from its syntax tree. */
import {
  getTokenPosOfNode,
  type Identifier,
  isCallExpression,
  isFunctionLikeDeclaration,
  isIdentifier,
  isStringLiteral,
  type Node,
  type SourceFile,
  SyntaxKind,
} from "typescript/unstable/ast";
import { createVirtualFileSystem } from "typescript/unstable/fs";
import { API } from "typescript/unstable/sync";

export interface SourceFacts {
  /** Relative to the repository, with forward slashes: `src/syntax/uri.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Module specifiers, those of `import type` and `import("…")` included. */
  readonly imports: readonly Sighting[];
  /** Names that the file does not declare itself, as used: `Date`, `Date.now`, `new Date()`, `import(…)`. */
  readonly uses: readonly Sighting[];
  readonly functions: readonly (Sighting & { readonly lines: number })[];
}

export interface Sighting {
  readonly name: string;
  readonly line: number;
}

const ROOT = "/source/";

/** Reads sources given as path to text. Nothing is looked up on disk: imports stay unresolved. */
export function readSources(texts: Readonly<Record<string, string>>): SourceFacts[] {
  const paths = Object.keys(texts);
  const config = JSON.stringify({ compilerOptions: { noResolve: true, noLib: true, types: [] }, files: paths });
  const files = Object.fromEntries(paths.map((path) => [ROOT + path, texts[path] ?? ""]));
  const fs = createVirtualFileSystem({ ...files, [`${ROOT}tsconfig.json`]: config });
  const api = new API({ fs, cwd: ROOT });
  try {
    const [project] = api.updateSnapshot({ openProjects: [`${ROOT}tsconfig.json`] }).getProjects();
    return paths.map((path) => {
      const source = project?.program.getSourceFile(ROOT + path);
      if (source === undefined) throw new Error(`the compiler did not read ${path}`);
      return factsOf(path, source);
    });
  } finally {
    api.close();
  }
}

function factsOf(path: string, source: SourceFile): SourceFacts {
  const at = (node: Node) => lineOf(source, getTokenPosOfNode(node, source));
  const references: Identifier[] = [];
  const declared = new Map<string, Node[]>();
  const uses: Sighting[] = [];
  const functions: (Sighting & { lines: number })[] = [];

  const visit = (node: Node): void => {
    if (isIdentifier(node)) {
      if (isReference(node)) references.push(node);
      else if (declares(node)) declared.set(node.text, [...(declared.get(node.text) ?? []), scopeOf(node)]);
    } else if (isFunctionLikeDeclaration(node)) {
      functions.push({ name: nameOf(node), line: at(node), lines: lineOf(source, node.end) - at(node) + 1 });
    } else if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
      if (node.arguments[0] === undefined || !isStringLiteral(node.arguments[0])) {
        uses.push({ name: "import(…)", line: at(node) });
      }
    }
    node.forEachChild(visit);
  };
  visit(source);

  for (const node of references) {
    const scopes = declared.get(node.text) ?? [];
    if (scopes.some((scope) => scope.pos <= node.pos && node.end <= scope.end)) continue;
    for (const name of formsOf(node)) uses.push({ name, line: at(node) });
  }
  const imports = source.imports.map((node) => ({ name: isStringLiteral(node) ? node.text : "", line: at(node) }));
  return { path, lines: lineOf(source, source.text.trimEnd().length), imports, uses, functions };
}

/** How the name is used: by itself, and with what follows it. */
function formsOf(node: Identifier): string[] {
  const { parent } = node;
  const name = node.text;
  if (child(parent, "expression") !== node) return [name];
  if (parent.kind === SyntaxKind.PropertyAccessExpression) return [name, `${name}.${text(child(parent, "name"))}`];
  if (parent.kind === SyntaxKind.CallExpression) return [name, `${name}()`];
  const bare = parent.kind === SyntaxKind.NewExpression && !(child(parent, "arguments") as unknown as Node[])?.length;
  return bare ? [name, `new ${name}()`] : [name];
}

function isReference(node: Identifier): boolean {
  const { parent } = node;
  if (parent.kind === SyntaxKind.ShorthandPropertyAssignment) return true;
  if (parent.kind === SyntaxKind.QualifiedName) return child(parent, "left") === node;
  return child(parent, "name") !== node && child(parent, "propertyName") !== node;
}

const DECLARATIONS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.VariableDeclaration,
  SyntaxKind.Parameter,
  SyntaxKind.BindingElement,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.ClassExpression,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.TypeParameter,
  SyntaxKind.ImportClause,
  SyntaxKind.ImportSpecifier,
  SyntaxKind.NamespaceImport,
]);

function declares(node: Identifier): boolean {
  return DECLARATIONS.has(node.parent.kind) && child(node.parent, "name") === node;
}

const SCOPES: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.SourceFile,
  SyntaxKind.Block,
  SyntaxKind.CaseBlock,
  SyntaxKind.CatchClause,
  SyntaxKind.ForStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.FunctionType,
  SyntaxKind.ConstructorType,
  SyntaxKind.MethodSignature,
  SyntaxKind.CallSignature,
  SyntaxKind.ConstructSignature,
  SyntaxKind.IndexSignature,
]);

/** The node within which the declared name is visible: the nearest block, loop, function or file around its declaration. */
function scopeOf(name: Identifier): Node {
  let scope: Node = name.parent.parent;
  while (!SCOPES.has(scope.kind) && !isFunctionLikeDeclaration(scope)) scope = scope.parent;
  return scope;
}

function nameOf(node: Node): string {
  return text(child(node, "name")) || text(child(node.parent, "name")) || "a function";
}

function text(node: Node | undefined): string {
  return node !== undefined && "text" in node ? String(node.text) : "";
}

function child(node: Node, property: string): Node | undefined {
  return (node as unknown as Record<string, Node | undefined>)[property];
}

function lineOf(source: SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}
