import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { linesMatching, type SourceFile, sourceFiles } from './sources.ts'

const root = resolve(import.meta.dirname, '../..')
const code = sourceFiles(['src', 'script'], /\.tsx?$/)
const queries = sourceFiles(['db'], /\.sql$/)
const commands = sourceFiles(['script', 'bin', '.ci'], /\/[^.]+$/)
const papers = sourceFiles(['.', 'docs', 'src'], /\.md$/)
const others = sourceFiles(['.'], /^[^.].*(\.ts|\.json|\.example)$/).filter(
  ({ path }) => !path.includes('lock'),
)

const isTest = /\.test\.ts$/
/** This file names what it bans. */
const here = 'src/testing/house.test.ts'

describe('size', () => {
  test('a file has at most 300 lines', () => {
    const files = [...code, ...commands, ...sourceFiles(['src'], /\.css$/)]
    const long = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    expect(files.length).toBeGreaterThan(100)
    expect(long.filter(({ lines }) => lines > 300)).toEqual([])
  })

  test('a function has at most 70 lines', () => {
    expect(code.flatMap(longFunctions)).toEqual([])
  })
})

/** Functions of more than 70 lines. A `describe` is a chapter of tests, not a function that someone must hold in mind. */
function longFunctions({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !isChapter(node)) {
      const [from, to] = [lineOf(node.getStart()), lineOf(node.getEnd())]
      if (to - from + 1 > 70) found.push(`${path}:${from}: ${to - from + 1} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const isChapter = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText())

interface Ban {
  readonly what: string
  readonly why: string
  readonly pattern: RegExp
  /** A line that it must catch. */
  readonly caught: string
  readonly files: readonly SourceFile[]
  /** Paths where it has its place. */
  readonly except?: RegExp
}

const sql = code.filter(({ path }) => !path.startsWith('src/web/'))
const bans: readonly Ban[] = [
  {
    what: 'the machine’s clock',
    why: 'the moment comes from ctx.clock or as a parameter',
    caught: 'const at = new Date()',
    pattern: /new Date\(|Date\.now\(|Temporal\.Now\b/,
    files: code,
    except: /^(src\/(platform\/clock\.ts|web\/|testing\/)|script\/)/,
  },
  {
    what: 'console.log',
    why: 'the server logs by ctx.log; commands speak in app and script',
    caught: 'console.log(row)',
    pattern: /console\.(log|info|debug)\(/,
    files: code,
    except: /^(src\/(app|testing)\/|script\/)|\.test\.ts$/,
  },
  {
    what: 'a check switched off',
    why: 'say it in types',
    caught: '// @ts-ignore',
    pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore-all/,
    files: code,
  },
  {
    what: 'an error that vanishes',
    why: 'handle it or let it through',
    caught: '} catch (error) {}',
    pattern: /catch\s*(\(\w*\))?\s*\{\s*\}/,
    files: code,
  },
  {
    what: 'a name that says nothing',
    why: 'call it by what it is in the glossary',
    caught: 'export class CaseManager {',
    pattern: /\b(class|interface|type|function|const) \w*(Manager|Helper|Helpers|Utils?|Dto|DTO)\b/,
    files: code,
  },
  {
    what: 'markup put into a page',
    why: 'what somebody wrote is shown as text: React escapes it, and so does html in the plain pages',
    caught: 'element.innerHTML = words',
    pattern:
      /\b(innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)\b|document\.write\(|\.setHTML\(/i,
    files: code,
    except: /^src\/testing\//,
  },
  {
    what: 'set_config',
    why: 'a prologue is one escaped SET LOCAL',
    caught: "select set_config('app.actor', $1, true)",
    pattern: /set_config/,
    files: [...sql, ...queries],
  },
  {
    what: 'FOR UPDATE',
    why: 'write first, or hold a version or a unique key',
    caught: 'select * from cases where id = $1 for update',
    pattern: /\bfor (no key )?update\b(?! to)|\.forUpdate\(|\.forNoKeyUpdate\(/i,
    files: sql.filter(({ path }) => !isTest.test(path)),
  },
  {
    what: 'a rule inside the database',
    why: 'no rule lives in a trigger, and numbers and ids are made by the program',
    caught: 'create trigger cases_changed after update on cases',
    pattern:
      /^\s*create\s+(or\s+replace\s+)?(constraint\s+)?(trigger|function|procedure|rule|sequence)\b|\bserial\b|generated (always|by default)/i,
    files: queries,
  },
  {
    what: 'a moment or an id made by the database',
    why: 'they are computed in TypeScript and bound',
    caught: 'recorded_at timestamptz not null default now(),',
    pattern:
      /(?<![.\w])(now|clock_timestamp|gen_random_uuid|uuidv7|random)\(\)|\bcurrent_(timestamp|date|time)\b/i,
    files: [...queries, ...sql.filter(({ path }) => /\.(sql|projection)\.ts$/.test(path))],
  },
  {
    what: 'a path of one machine',
    why: 'the project lives anywhere',
    caught: 'see /home/somebody/linli',
    pattern: /(^|[\s"'`(=:])\/(work|tmp|home|root|Users|var\/folders)\//,
    files: [...code, ...commands, ...papers, ...queries, ...others],
  },
  {
    what: 'a package host',
    why: 'packages are named, and fetched from wherever npm is set to fetch them',
    caught: 'fetched from registry.example.org',
    pattern: /\b(registry|mirrors?|deb|cdn)\.([a-z]+\.)+(org|com|net|cn)\b/,
    files: [...code, ...commands, ...papers, ...others],
  },
  {
    what: 'a paper that is not here',
    why: 'point to docs/',
    caught: '// see DESIGN.md',
    pattern: /\b(DESIGN|MISSION)\.md\b/,
    files: [...code, ...commands, ...papers, ...queries, ...others],
  },
]

describe('banned', () => {
  test.each(bans)('$what: $why', ({ pattern, caught, files, except }) => {
    const looked = files.filter(({ path }) => path !== here && !except?.test(path))
    expect(looked.length).toBeGreaterThan(0)
    expect(caught).toMatch(pattern)
    expect(linesMatching(looked, pattern)).toEqual([])
  })

  test('a file’s name says what is in it', () => {
    const names = code.map(({ path }) => path).filter((path) => /(helper|util|manager|dto|misc)/i.test(path))
    expect(names).toEqual([])
  })
})

describe('papers', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

  test.each(rooms.map((room) => room.name))('src/%s has a README of at most 30 lines', (room) => {
    const lines = readFileSync(join(root, 'src', room, 'README.md'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.length).toBeLessThanOrEqual(30)
  })

  test('links within the project lead somewhere', () => {
    const broken = papers.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(#[^)]*)?\)/g)]
        .map((link) => link[1]!)
        .filter((to) => !existsSync(join(root, dirname(path), to)))
        .map((to) => `${path}: ${to}`),
    )
    expect(broken).toEqual([])
  })

  test('files that papers name are there', () => {
    const living = papers.filter(({ path }) => path !== 'CHANGELOG.md')
    const named = living.flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:src|docs|db|script|bin)\/[\w./-]+\.\w+)`/g)].map((match) => ({
        path,
        to: match[1]!,
      })),
    )
    expect(named.filter(({ to }) => !existsSync(join(root, to)))).toEqual([])
  })

  test('every dependency has its line in the decisions', () => {
    const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    const decided = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8')
    const names = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((of) =>
      Object.keys(wanted[of]!),
    )
    expect(names.filter((name) => !decided.includes(`\`${name}\``))).toEqual([])
  })
})
