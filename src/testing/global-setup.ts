import type { TestProject } from 'vitest/node'
import { scratchServer } from './postgres.ts'

/** Vitest's global set-up: one server for all test files, which read `inject('ownerUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await scratchServer()
  project.provide('ownerUrl', server.ownerUrl)
  project.provide('dataFolder', server.dataFolder)
  return () => server.close()
}
