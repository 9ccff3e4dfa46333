import { PendingPage } from '../../kit/pending-page.tsx'
import { useWords } from '../../preferences.tsx'

export default function TodayPage() {
  return <PendingPage title={useWords().faces.field.tabs.today} />
}
