import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function MattersPage() {
  return <PendingPage title={useWords().faces.console.menu.matters} />
}
