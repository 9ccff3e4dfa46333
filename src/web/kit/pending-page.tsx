import { useWords } from '../preferences.tsx'
import { useTitle } from './shell.tsx'
import { Empty } from './states.tsx'

/** Stands where a page has its place and its address, and is not written yet. */
export function PendingPage({ title }: { title: string }) {
  const { pendingPage } = useWords().common
  useTitle(title)
  return (
    <>
      <h1>{title}</h1>
      <Empty what={pendingPage.what} next={pendingPage.next} />
    </>
  )
}
