import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const web = resolve(import.meta.dirname, 'src/web')

/** In development an address below a face is answered by that face's page, as the server does it. */
const faces: Plugin = {
  name: 'linli-faces',
  configureServer(server) {
    server.middlewares.use((request, _reply, next) => {
      const face = /^\/(field|console|kit)(\/[^.?@]*)?(\?.*)?$/.exec(request.url ?? '')?.[1]
      if (face) request.url = `/${face}/index.html`
      next()
    })
  },
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Texts are compressed once, at the build: an old phone on a slow line fetches a third of them. */
const compressed: Plugin = {
  name: 'linli-compressed',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle)) {
      if (!/\.(js|css|html|svg|json)$/.test(name)) continue
      const file = resolve(dir ?? web, name)
      const text = await readFile(file)
      await writeFile(`${file}.gz`, await gzipped(text, { level: 9 }))
      await writeFile(`${file}.br`, await brotli(text))
    }
  },
}

export default defineConfig({
  root: web,
  plugins: [react(), faces, compressed],
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
        kit: resolve(web, 'kit/index.html'),
      },
      output: {
        // What every face shares stands in chunks of its own: nothing of antd can be drawn into a phone's first load.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
})
