import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function HomePage() {
  return <PendingPage title={useWords().faces.console.menu.home} />
}
