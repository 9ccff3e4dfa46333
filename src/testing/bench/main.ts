/** `npm run bench -- NAME`: each bench prints what it measured as ratios of one run. */
const benches: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  intake: async () => (await import('./intake.ts')).intake,
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load) await (await load())()
else {
  console.error(`no bench "${name}"; there is: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}
