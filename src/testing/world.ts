import { inject } from 'vitest'
import { type World, type WorldOptions, worldOver } from './world-over.ts'

export type { World, WorldOptions } from './world-over.ts'

/** Opens a world on the server of the test run. Close it in `afterAll`. */
export const openWorld = (options: WorldOptions = {}): Promise<World> =>
  worldOver({ ownerUrl: inject('ownerUrl'), dataFolder: inject('dataFolder') }, options)
