import type { Identifier as Entry } from '@mdn/browser-compat-data/types'
import { type AnyNode, type Node, parse } from 'acorn'
import { full } from 'acorn-walk'
import { isHad, known } from './floor.ts'

/**
 * What a built script asks of a browser that the oldest ones lack: `syntax …`, `structuredClone`, `Object.hasOwn`,
 * `.at()`, `{dateStyle}`. A method is known by its name alone, so a name counts only where no object that the oldest
 * browsers have bears it. Each finding once. Throws SyntaxError where the script is newer than ES2021 as a whole: the
 * last edition that both parse (class fields, private methods, static blocks and top-level await came later).
 */
export function scriptBeyondFloor(code: string): readonly string[] {
  const tree = parse(code, { ecmaVersion: 2021, sourceType: 'module' })
  const declared = declaredIn(tree)
  const asked = new Set<string>()
  full(tree, (node, _state, type) => {
    // A name that is bound or written, not read.
    if (type === 'VariablePattern') return
    for (const finding of askedBy(node as AnyNode, declared)) asked.add(finding)
  })
  return [...asked].sort()
}

/** Names that the script itself gives, in whatever scope, and those that it only asks the type of. */
function declaredIn(tree: Node): ReadonlySet<Node | string> {
  const declared = new Set<Node | string>()
  full(tree, (found, _state, type) => {
    const node = found as AnyNode
    if (type === 'VariablePattern' && node.type === 'Identifier') declared.add(node.name)
    if (node.type === 'ImportDeclaration') for (const { local } of node.specifiers) declared.add(local.name)
    if (node.type === 'UnaryExpression' && node.operator === 'typeof') declared.add(node.argument)
  })
  return declared
}

function* askedBy(node: AnyNode, declared: ReadonlySet<Node | string>): Generator<string> {
  switch (node.type) {
    case 'Identifier':
      if (!declared.has(node) && !declared.has(node.name) && !isHad(globalOf(node.name))) yield node.name
      break
    case 'MemberExpression':
      if (!declared.has(node))
        yield* askedOfGlobal(node.object, nameOf(node.property, node.computed), declared)
      break
    case 'VariableDeclarator':
      if (node.id.type === 'ObjectPattern' && node.init)
        for (const property of node.id.properties)
          if (property.type === 'Property')
            yield* askedOfGlobal(node.init, nameOf(property.key, property.computed), declared)
      break
    case 'CallExpression':
      if (node.callee.type === 'MemberExpression' && !isGlobal(node.callee.object, declared)) {
        const method = nameOf(node.callee.property, node.callee.computed)
        if (method !== null && newMethods().has(method)) yield `.${method}()`
      }
      break
    case 'Property': {
      const option = nameOf(node.key, node.computed)
      if (option !== null && newOptions().has(option)) yield `{${option}}`
      break
    }
    case 'Literal':
      if ('regex' in node && node.regex) yield* askedOfPattern(node.regex.pattern)
      break
    case 'NewExpression':
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
        yield* askedOfRegExp(node.arguments)
      break
    case 'ExportAllDeclaration':
      // Safari 14.1.
      if (node.exported) yield 'syntax export * as'
      break
  }
}

const nameOf = (node: AnyNode, isComputed: boolean): string | null => {
  if (node.type === 'Identifier') return isComputed ? null : node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** Lookbehind came with Safari 16.4; a script that holds one does not even parse in an older one. */
function* askedOfPattern(pattern: string): Generator<string> {
  if (/\(\?<[=!]/.test(pattern)) yield 'syntax lookbehind'
}

function* askedOfRegExp([pattern, flags]: readonly AnyNode[]): Generator<string> {
  if (pattern?.type === 'Literal' && typeof pattern.value === 'string') yield* askedOfPattern(pattern.value)
  const letters = flags?.type === 'Literal' ? String(flags.value) : ''
  for (const flag of letters) if ('dv'.includes(flag)) yield `syntax flag ${flag}`
}

/** Globals that stand for an object of a class: what is asked of them is a member of that class. */
const instances: Readonly<Record<string, string>> = {
  caches: 'CacheStorage',
  crypto: 'Crypto',
  document: 'Document',
  globalThis: 'Window',
  history: 'History',
  indexedDB: 'IDBFactory',
  localStorage: 'Storage',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  screen: 'Screen',
  self: 'Window',
  visualViewport: 'VisualViewport',
  window: 'Window',
}

/** Whether the browser's own object of that name is meant, of which every member is known. */
const isGlobal = (node: AnyNode, declared: ReadonlySet<Node | string>): boolean =>
  node.type === 'Identifier' &&
  !declared.has(node.name) &&
  (globalOf(node.name) ?? instances[node.name]) !== undefined

function* askedOfGlobal(
  object: AnyNode,
  member: string | null,
  declared: ReadonlySet<Node | string>,
): Generator<string> {
  if (object.type !== 'Identifier' || member === null || declared.has(object.name)) return
  const kind = instances[object.name] ?? object.name
  const entry =
    memberOf(known.javascript.builtins, kind, member) ??
    known.api[kind]?.[`${member}_static`] ??
    memberOf(known.api, kind, member) ??
    (kind === 'Window' ? globalOf(member) : undefined)
  if (!isHad(entry)) yield `${object.name}.${member}`
}

const own = (entry: Entry | undefined, name: string): Entry | undefined =>
  entry !== undefined && Object.hasOwn(entry, name) ? entry[name] : undefined

const partsOf = (entry: Entry | undefined): readonly [string, Entry][] =>
  Object.entries(entry ?? {}).filter(([name]) => name !== '__compat') as [string, Entry][]

const memberOf = (classes: Entry | undefined, kind: string, member: string): Entry | undefined =>
  own(own(classes, kind), member)

const globalOf = (name: string): Entry | undefined =>
  own(known.javascript.builtins, name) ?? own(known.api, name) ?? own(known.api.Window, name)

/** Classes whose methods pages call. Those of WebGL, USB and their like bear names that anybody might give. */
const everyday =
  /^(AbortSignal|Blob|CSS\w*|CanvasRenderingContext2D|CharacterData|Clipboard|Crypto|CustomElementRegistry|DOM\w*|DataTransfer|Document\w*|Element|Event\w*|File\w*|FormData|HTML\w*|Headers|History|IDB\w*|\w*Observer|Location|MediaQueryList|Navigator|Node\w*|Performance|Range|Request|Response|SVG\w*|Selection|ServiceWorker\w*|ShadowRoot|Storage\w*|SubtleCrypto|Text|TextDecoder|URL\w*|Window|Worker)$/

/** Names of methods that no class of the oldest browsers has. */
const newMethods = once(() => {
  const { builtins } = known.javascript
  const had = new Set<string>()
  const lacked = new Set<string>()
  const gather = (classes: Entry | undefined, isEveryday: (kind: string) => boolean): void => {
    for (const [kind, members] of partsOf(classes))
      for (const [name, entry] of partsOf(members)) {
        // A static method is called on its class, which askedOfGlobal knows.
        const [, method = '', isStatic] = /^([a-z]\w*?)(_static)?$/i.exec(name) ?? []
        if (isHad(entry)) had.add(method)
        else if (isEveryday(kind) && !isStatic) lacked.add(method)
      }
  }
  gather(builtins, () => true)
  gather(builtins?.Intl, () => true)
  gather(known.api, (kind) => everyday.test(kind))
  return new Set([...lacked].filter((method) => !had.has(method)))
})

/** Names of options of Intl that no constructor of the oldest browsers takes. A plain word is anybody's. */
const newOptions = once(() => {
  const had = new Set<string>()
  const lacked = new Set<string>()
  for (const [kind, entry] of partsOf(known.javascript.builtins?.Intl))
    for (const [name, option] of partsOf(own(own(entry, kind), 'options_parameter'))) {
      const said = /^options_([a-z]+[A-Z]\w*)_parameter$/.exec(name)?.[1]
      if (said !== undefined) (isHad(option) ? had : lacked).add(said)
    }
  return new Set([...lacked].filter((option) => !had.has(option)))
})

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
