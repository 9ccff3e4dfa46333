import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from './call.ts'
import { requestAnswered, requestIdFor } from './request-id.ts'

interface ReadOptions {
  readonly receipt?: string | undefined
  /** Shows the last answer while the next one is read: for lists under a search field. */
  readonly keepLast?: boolean
  readonly staleMs?: number
}

interface WatchOptions<Reply> extends ReadOptions {
  /** Whether what was answered goes on, and is asked for again soon. */
  readonly goesOn?: (reply: Reply) => boolean
}

/** What goes on is looked at again so soon: a bar that moves, and no more requests than a person reads. */
const AGAIN_MS = 700

/** Reads an address of the server; null reads nothing yet. */
export function useRead<Reply>(
  path: string | null,
  { receipt, keepLast, staleMs, goesOn }: WatchOptions<Reply> = {},
) {
  return useQuery<Reply>({
    queryKey: [path, receipt ?? ''],
    queryFn: ({ signal }) => call<Reply>('GET', path!, undefined, { signal, receipt }),
    enabled: path !== null,
    ...(keepLast === true ? { placeholderData: keepPreviousData } : {}),
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    refetchInterval: ({ state: { data } }) => data !== undefined && goesOn?.(data) === true && AGAIN_MS,
  })
}

/** A page of a list that is read on by key. */
interface Page {
  readonly rows: readonly object[]
  readonly next: string | number | null
}

/** Reads a list page by page; `path` carries its filters. */
export function useReadPages<Reply extends Page>(
  path: string | null,
  { receipt }: Pick<ReadOptions, 'receipt'> = {},
) {
  return useInfiniteQuery({
    queryKey: [path, 'pages', ...(receipt === undefined ? [] : [receipt])],
    queryFn: ({ signal, pageParam }) =>
      call<Reply>(
        'GET',
        withQuery(path!, { after: pageParam === undefined ? null : String(pageParam) }),
        undefined,
        { signal, receipt },
      ),
    initialPageParam: undefined as string | number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: path !== null,
  })
}

/** `path` with these parameters, empty ones left out. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | null | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  const text = query.toString()
  if (text === '') return path
  return `${path}${path.includes('?') ? '&' : '?'}${text}`
}

/** Sends an act with a request id of its own: sent again with the same body, it is the same act. */
export async function sendAct<Reply>(
  path: string,
  body: object,
  receipt?: string | undefined,
): Promise<Reply> {
  const requestId = requestIdFor(path, body)
  const reply = await call<Reply>('POST', path, { ...body, requestId }, { receipt })
  requestAnswered(path)
  return reply
}

/**
 * An act by its address; once it is done every list and page is read anew. `mutate(body)`, then `error`, `isPending`.
 * `onDone` comes before that reading: afterwards the form that sent it may no longer stand.
 */
export function useAct<Reply, Body extends object = object>(
  path: string,
  {
    receipt,
    onDone,
  }: {
    readonly receipt?: string | undefined
    /** A page that leaves what is no more says when it has, so that nothing asks for it again. */
    onDone?(sent: Body, reply: Reply): void | Promise<void>
  } = {},
) {
  const queries = useQueryClient()
  return useMutation<Reply, Error, Body>({
    mutationFn: (body) => sendAct<Reply>(path, body, receipt),
    onSuccess: async (reply, sent) => {
      await onDone?.(sent, reply)
      await queries.invalidateQueries()
    },
  })
}
