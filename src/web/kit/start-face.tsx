import './tokens.css'
import './base.css'
import './large.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRoute, createRouter, Link, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '../api/query-client.ts'
import { PreferencesProvider, startReading, useWords } from '../preferences.tsx'
import type { Language, Reading } from '../words/language.ts'
import type { Words } from '../words/zh.ts'
import { buttonClass } from './button.tsx'
import { Empty, Loading, Refused } from './states.tsx'
import { StatusRegion } from './status.tsx'

function NotFound() {
  const { states, actions } = useWords().common
  return (
    <Empty wholePage what={states.notFound} next={states.notFoundNext}>
      <Link to="/" className={buttonClass({ look: 'quiet' })}>
        {actions.home}
      </Link>
    </Empty>
  )
}

type WordsIn = Readonly<Record<Language, Words>> | undefined

/** What stands around every page of every face: words, data, news, routes, and the designed states. */
function Around({ reading, wordsIn, children }: { reading: Reading; wordsIn: WordsIn; children: ReactNode }) {
  return (
    <StrictMode>
      <PreferencesProvider start={reading} wordsIn={wordsIn}>
        <StatusRegion>{children}</StatusRegion>
      </PreferencesProvider>
    </StrictMode>
  )
}

/** Said where not even the words could be fetched: so it stands here, in both languages. */
const notOpened =
  '没有打开，请检查网络，刷新再试。 The page could not be opened: check the network and reload.'

/** Paper cannot be unfolded: what large type keeps folded is printed open. */
function unfold(): void {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('details[data-folds]'))
    folded.open = true
}

/** Draws into `#root` once the reader's words are there; `ahead` is fetched beside them. */
export async function draw(
  page: ReactNode,
  ahead: () => Promise<unknown> = async () => undefined,
  wordsIn?: WordsIn,
) {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  try {
    const [reading] = await Promise.all([startReading(), ahead()])
    const drawn = createRoot(root)
    // In small pieces: until the last one is there the page's first paint stands (first-paint.ts).
    window.addEventListener('beforeprint', unfold)
    startTransition(() =>
      drawn.render(
        <Around reading={reading} wordsIn={wordsIn}>
          {page}
        </Around>,
      ),
    )
  } catch (error) {
    root.textContent = notOpened
    throw error
  }
}

/** Starts a face: its route tree, below `basepath` ('/', '/field', '/console'), and all its words where it has more than shared ones. */
export function startFace(routeTree: AnyRoute, basepath: string, wordsIn?: WordsIn): void {
  const router = createRouter({
    routeTree,
    basepath,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Refused error={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFound,
  })
  const queryClient = newQueryClient()
  void draw(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
    () => router.load(),
    wordsIn,
  )
}
