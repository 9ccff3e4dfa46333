import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function BoardPage() {
  return <PendingPage title={useWords().faces.portal.tabs.board} />
}
