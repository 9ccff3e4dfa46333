import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { firstLook } from './src/web/first-look.ts'
import { firstPaint, firstPaints } from './src/web/first-paint.ts'
import { showPushes } from './src/web/shared/messages/push-worker.ts'

const web = resolve(import.meta.dirname, 'src/web')

/** In development an address below a face is answered by that face's page, as the server does it. */
const faces: Plugin = {
  name: 'linli-faces',
  configureServer(server) {
    server.middlewares.use((request, _reply, next) => {
      const face = /^\/(field|console|screen|kit)(\/[^.?@]*)?(\?.*)?$/.exec(request.url ?? '')?.[1]
      if (face) request.url = `/${face}/index.html`
      next()
    })
  },
}

/** Where the field face's service worker stands: it may serve what lies beside it (src/app/pages.ts lets it serve /field). */
const workerFile = 'field/sw.js'

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...of: never[]) => unknown>>[1]

/** The files that a module's page needs beside the module itself, scripts and styles, each named once. */
function filesOf(bundle: Bundle, module: string): { scripts: Set<string>; styles: Set<string> } {
  const files = { scripts: new Set<string>(), styles: new Set<string>() }
  const gather = (name: string): void => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || files.scripts.has(name)) return
    files.scripts.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.styles.add(style)
    for (const imported of chunk.imports) gather(imported)
  }
  const own = Object.values(bundle).find(
    (chunk) => chunk.type === 'chunk' && chunk.moduleIds.includes(resolve(web, module)),
  )
  if (own === undefined) throw new Error(`no chunk was built for ${module}`)
  gather(own.fileName)
  return files
}

const scriptTag = '<script type="module"'

/**
 * What a face is made of, as scripts of their own before its entry: each then runs in a task of its own. As imports they
 * all run in the entry's, and an old phone that is tapped meanwhile stands still.
 */
const oneByOne = (html: string): string => {
  const own = ['react', 'tanstack', 'base'].flatMap((name) => {
    const found = new RegExp(
      `\\s*<link rel="modulepreload"([^>]*) href="(/assets/${name}-[^"]+\\.js)">`,
    ).exec(html)
    return found === null
      ? []
      : [{ link: found[0], script: `${scriptTag}${found[1]} src="${found[2]}"></script>\n    ` }]
  })
  const rest = own.reduce((page, { link }) => page.replace(link, ''), html)
  return rest.replace(scriptTag, `${own.map(({ script }) => script).join('')}${scriptTag}`)
}

/**
 * Pages that show themselves before their script has come (src/web/first-paint.ts): the frame stands in the HTML, and
 * what the page asked for will need is named at once, so that an old phone fetches it in one round and not in three.
 */
const paintedFirst: Plugin = {
  name: 'linli-painted-first',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const wordsAt = { zh: addressOf(bundle, 'words/zh.ts'), en: addressOf(bundle, 'words/en.ts') }
    const look = this.emitFile({
      type: 'asset',
      name: 'first-look.js',
      source: `(${firstLook})(${JSON.stringify(wordsAt)})\n`,
    })
    const lookTag = `<script src="/${this.getFileName(look)}"></script>`
    // Low: what is painted first waits for the styles alone, and its scripts must not take the line from them.
    const withLook = (html: string) =>
      html
        .replace(scriptTag, `${lookTag}\n    ${scriptTag} fetchpriority="low"`)
        .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.html'))
        file.source = withLook(String(file.source))
    const bare = String((bundle['index.html'] as { source: string | Uint8Array }).source)
    const painted = (page: string, named: readonly string[]) =>
      oneByOne(bare.replace('</head>', `${named.map((tag) => `  ${tag}\n`).join('  ')}  </head>`)).replace(
        '<div id="root"></div>',
        `<div id="root">${page}</div>`,
      )
    for (const page of firstPaints) {
      const { scripts, styles } = filesOf(bundle, page.module)
      const named = [
        ...[...scripts].map(
          (name) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${name}">`,
        ),
        ...[...styles].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
      ].filter((tag) => !bare.includes(tag))
      const fileName = page.address === '' ? 'home/index.html' : `${page.address}/index.html`
      this.emitFile({ type: 'asset', fileName, source: painted(firstPaint(page), named) })
    }
    const index = bundle['index.html'] as { source: string | Uint8Array }
    index.source = painted(firstPaint({ address: 'other' }), [])
    for (const file of Object.values(bundle))
      if (file.type === 'asset' && file.fileName.endsWith('.html'))
        file.source = oneByOne(String(file.source))
  },
}

/** Not kept on a phone: maps want their tiles, and those come by network. */
const wantsNetwork = /^assets\/(?:open-map|maplibre|place-map)/

/**
 * All files that a page can come to need, by what it imports now and later. What is imported now is always among them,
 * whatever its name: without it the page does not open at all.
 */
function reachedFrom(bundle: Bundle, entry: string): Set<string> {
  const reached = new Set<string>()
  const gather = (name: string): void => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || reached.has(name)) return
    reached.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) reached.add(style)
    const later = chunk.dynamicImports.filter((one) => !wantsNetwork.test(one))
    for (const imported of [...chunk.imports, ...later]) gather(imported)
  }
  gather(entry)
  return reached
}

/** Tells the field face's service worker which files it keeps, so that the face opens without signal. */
const keptFiles: Plugin = {
  name: 'linli-kept-files',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle[workerFile]
    const page = bundle['field/index.html']
    const entry = Object.values(bundle).find(
      (file) => file.type === 'chunk' && file.isEntry && file.name === 'field',
    )
    if (worker?.type !== 'chunk' || page?.type !== 'asset' || entry === undefined)
      throw new Error('the field face was built without its service worker')
    // Old browsers run it as a classic script.
    if (worker.imports.length > 0 || worker.exports.length > 0)
      throw new Error(`${workerFile} must stand alone`)
    const revision = (source: string | Uint8Array) => createHash('sha256').update(source).digest('hex')
    const named = (name: string) => ({
      url: `/${name}`,
      revision: revision(readFileSync(resolve(web, 'public', name))),
    })
    const html = String(page.source)
    const besides = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name!)
    const hashed = new Set([...reachedFrom(bundle, entry.fileName), ...besides])
    const kept = [
      { url: '/field/index.html', revision: revision(html) },
      ...['favicon.svg', 'field.webmanifest', 'icons/field-192.png'].map(named),
      ...[...hashed].sort().map((name) => ({ url: `/${name}`, revision: null })),
    ]
    worker.code = worker.code.replace('self.__WB_MANIFEST', () => JSON.stringify(kept))
  },
}

const addressOf = (bundle: Bundle, module: string): string => {
  const [first] = filesOf(bundle, module).scripts
  return `/${first}`
}

const everyPage =
  /src[\\/](kernel|web[\\/](api|kit(?![\\/](gallery|index|confirm-dialog))|shared[\\/](?!place-search|notices|case-photos|qr|sign|story|asking)[^\\/]+$|words[\\/](time|language)|\w+\.tsx?$))/

/** The worker of portal and console, which does nothing but show messages: no page lies below its address. */
const pushWorker: Plugin = {
  name: 'linli-push-worker',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'push/worker.js', source: `(${showPushes})(self)\n` })
  },
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Texts are compressed once, at the build: an old phone on a slow line fetches a third of them. */
const compressed: Plugin = {
  name: 'linli-compressed',
  // Tests that look at what was built have no line to save on: they build with --mode bare.
  apply: (_config, { command, mode }) => command === 'build' && mode !== 'bare',
  async writeBundle({ dir }, bundle) {
    const texts = Object.keys(bundle).filter((name) => /\.(js|css|html|svg|json)$/.test(name))
    await Promise.all(
      texts.map(async (name) => {
        const file = resolve(dir ?? web, name)
        const text = await readFile(file)
        await Promise.all([
          gzipped(text, { level: 9 }).then((smaller) => writeFile(`${file}.gz`, smaller)),
          // The last percent of a big file, which no phone fetches first, would take half of the build.
          brotli(text, {
            params: { [constants.BROTLI_PARAM_QUALITY]: text.length > 250_000 ? 9 : 11 },
          }).then((smaller) => writeFile(`${file}.br`, smaller)),
        ])
      }),
    )
  },
}

export default defineConfig({
  root: web,
  plugins: [react(), faces, paintedFirst, keptFiles, pushWorker, compressed],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    manifest: true,
    // The phones that portal and field promise to serve (docs/ARCHITECTURE.md, The faces).
    target: ['chrome87', 'ios14', 'safari14'],
    // No data: addresses, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        portal: resolve(web, 'index.html'),
        field: resolve(web, 'field/index.html'),
        console: resolve(web, 'console/index.html'),
        screen: resolve(web, 'screen/index.html'),
        kit: resolve(web, 'kit/index.html'),
        sw: resolve(web, 'field/sw.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? workerFile : 'assets/[name]-[hash].js'),
        // What every face shares stands in chunks of its own: nothing of antd can be drawn into a phone's first load.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
            // What nearly every page is made of, in one file: thirty small ones are five rounds of a slow line.
            { name: 'base', test: everyPage, priority: 10 },
          ],
        },
      },
    },
  },
})
