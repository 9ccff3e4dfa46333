import ts from 'typescript'
import type { SourceFile } from './sources.ts'

/** Signs by which words are joined or ended. A plain space joins class names too, and an ellipsis says that there is more. */
const JOINING = /[·、，。；：！？（）“”•]|[,;:!?/][ \n]| [–—/|-] /
const CHINESE = /\p{Script=Han}/u
/** What is read aloud. Arrows, crosses and a map's plus and minus are drawings. */
const READ = /[\p{L}\p{N}\p{P}|]/u

/** Attributes that are read by people. */
const read = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'heading',
  'hint',
  'label',
  'next',
  'placeholder',
  'title',
  'what',
])

/** What hands out words, by name: `useWords()`, `useReading()`, `useCommunityWords()`, `useSaid()`. */
const handsOutWords = /^use(\w*Words|Said|Reading|Preferences)$/
/** What carries words where it is handed in, by its type. */
const handedIn = /^(\w*Words|Plain)$/
/** What says a name or a moment in the reader's language. */
const says = /^(say[A-Z]\w*|nameIn|nameOf|placeIn|unitAs)$/
/** What is handed out beside words. */
const noWords = /^(language|largeType|theme|set[A-Z]\w*|to|nowMs|ctx|proof|inOtherLanguage)$/

/** Where a text that a reader sees is put together, or stands, outside the words: `path:line: what`. */
export function gluedTexts({ path, text }: SourceFile): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const isWords = wordsOf(file)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isGlued(node, isWords)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push(`${path}:${line}: ${node.getText().replace(/\s+/g, ' ').slice(0, 100)}`)
    } else if (isMarkup(node)) for (const { expression } of spansOf(node)) visit(expression)
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** A template whose tags are no text: the plain pages' `html`. */
const isMarkup = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html'
const spansOf = ({ template }: ts.TaggedTemplateExpression) =>
  ts.isTemplateExpression(template) ? template.templateSpans : []

type IsWords = (node: ts.Expression) => boolean

/** Whether an expression is read from the words, or says something in the reader's language. */
function wordsOf(file: ts.SourceFile): IsWords {
  const names = new Set<string>()
  const isWords: IsWords = (node) => {
    if (ts.isIdentifier(node)) return names.has(node.text)
    if (ts.isPropertyAccessExpression(node)) return isWords(node.expression) && !noWords.test(node.name.text)
    if (ts.isElementAccessExpression(node)) return isWords(node.expression)
    if (!ts.isCallExpression(node)) return false
    const callee = node.expression
    if (ts.isIdentifier(callee))
      return handsOutWords.test(callee.text) || says.test(callee.text) || names.has(callee.text)
    return isWords(callee)
  }
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) {
      if (!noWords.test(name.text)) names.add(name.text)
    } else for (const part of name.elements) if (ts.isBindingElement(part)) bind(part.name)
  }
  const gather = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && isWords(node.initializer)) bind(node.name)
    if (ts.isParameter(node) && node.type && handedIn.test(node.type.getText())) bind(node.name)
    ts.forEachChild(node, gather)
  }
  gather(file)
  return isWords
}

function isGlued(node: ts.Node, isWords: IsWords): boolean {
  if (ts.isJsxText(node)) return READ.test(node.text)
  if (ts.isJsxAttribute(node))
    return (
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      read.has(node.name.getText()) &&
      READ.test(node.initializer.text)
    )
  if (ts.isStringLiteralLike(node)) return isGluedLiteral(node)
  if (isMarkup(node)) return isGluedMarkup(node.template)
  if (ts.isTemplateExpression(node)) return isGluedTemplate(node, isWords)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [node.left, node.right].some((side) => isWords(side) || isSeparator(side))
  return ts.isCallExpression(node) && isGluedJoin(node)
}

function isGluedLiteral(node: ts.StringLiteralLike): boolean {
  if (CHINESE.test(node.text)) return true
  return ts.isJsxExpression(node.parent) && !ts.isJsxAttribute(node.parent.parent) && READ.test(node.text)
}

const textsOf = ({ head, templateSpans }: ts.TemplateExpression): string[] => [
  head.text,
  ...templateSpans.map(({ literal }) => literal.text),
]

/** Words with anything beside them, or anything with a joining sign beside it. */
function isGluedTemplate(node: ts.TemplateExpression, isWords: IsWords): boolean {
  const texts = textsOf(node)
  if (texts.some((text) => JOINING.test(text) || CHINESE.test(text))) return true
  const hasWords = node.templateSpans.some(({ expression }) => isWords(expression))
  return hasWords && (node.templateSpans.length > 1 || texts.some((text) => READ.test(text)))
}

/** A template of markup, in which anything but tags is read. An attribute that stands or not comes alone. */
function isGluedMarkup(template: ts.TemplateLiteral): boolean {
  const whole = ts.isTemplateExpression(template) ? textsOf(template).join('\0') : template.text
  return (
    !/^(selected|checked)$/.test(whole) && READ.test(whole.replace(/<[^>]*>/g, ' ').replaceAll('\0', ' '))
  )
}

const isSeparator = (node: ts.Expression): boolean => ts.isStringLiteralLike(node) && JOINING.test(node.text)

function isGluedJoin({ expression, arguments: [by] }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join' || by === undefined)
    return false
  return !ts.isStringLiteralLike(by) ? ts.isPropertyAccessExpression(by) : /[^\s\w.|-]/.test(by.text)
}
