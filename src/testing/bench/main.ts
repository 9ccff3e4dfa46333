/** `npm run bench -- NAME`: each bench prints what it measured. */
const benches: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  intake: async () => (await import('./intake.ts')).intake,
  'register-search': async () => (await import('./register-search.ts')).registerSearch,
  'register-import': async () => (await import('./register-import.ts')).registerImport,
  permission: async () => (await import('./permission.ts')).permission,
  figures: async () => (await import('./figures.ts')).figures,
  suggest: async () => (await import('./suggest.ts')).suggest,
  duplicates: async () => (await import('./duplicates.ts')).duplicates,
  simulate: async () => (await import('./simulate.ts')).simulateTown,
  city: async () => (await import('./city/city.ts')).city,
  lighthouse: async () => (await import('./lighthouse.ts')).phone,
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load) await (await load())()
else {
  console.error(`no bench "${name}"; there is: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
