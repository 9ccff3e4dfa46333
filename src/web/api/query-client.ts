import { QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

/** Reading is tried twice more where no answer came; a "no" is an answer. Writing is repeated by `call` alone. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof Problem && error.kind === 'offline',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
