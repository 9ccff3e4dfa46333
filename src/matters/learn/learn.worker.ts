import { parentPort, workerData } from 'node:worker_threads'
import { suggestMatters } from '../suggest.rule.ts'
import type { FromLearner, ToLearner } from './learn-aside.ts'
import { learn } from './learned.rule.ts'
import { pack } from './pack.rule.ts'

// Learns beside the server: it takes up to a minute, in which nobody else would be answered.

const { decided, matters } = workerData as ToLearner
const learned = learn(decided, (words) => suggestMatters(words, matters)[0]?.code ?? null)
const said: FromLearner =
  learned === null
    ? null
    : { packed: pack(learned.model), taught: learned.taught, tried: learned.tried, right: learned.right }
parentPort!.postMessage(said)
