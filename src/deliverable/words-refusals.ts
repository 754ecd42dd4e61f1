import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { DeliverableRefusals } from './model-refusals.ts';

export const deliverableRefusalWords = catalogue<RefusalTexts<DeliverableRefusals>>({
  en: {
    'deliverable.none': 'Nothing was done: this deliverable is not in the project any more.',
    'deliverable.tooMany':
      'It was not added: a project has {most} deliverables at most. Start a job in the project for what is more.',
    'deliverable.nameEmpty': 'Please say what it is called, so that people can speak of it.',
    'deliverable.nothingGiven': 'Please bring a file, a link or a text: what exactly is to be approved?',
    'deliverable.linkUnread': 'This is no address that can be opened: please give a link that begins with https://.',
    'deliverable.isDropped': 'Nothing was done: {name} has been dropped. Take it up again first.',
    'deliverable.versionMoved': 'Nothing was done: version {version} is the one to look at now. Please open it again.',
    'deliverable.draftReplaced':
      'Nothing was recorded: version {version} was replaced by another one meanwhile. Please open it again and look at that.',
    'deliverable.ownCheck': 'Whoever made it does not check it: please ask {who}.',
    'deliverable.alreadyChecked': 'It has been checked by {by} already, {at}. Nothing was recorded twice.',
    'deliverable.notTicked':
      '{count, plural, one {# point is} other {# points are}} not ticked. Tick them, or say what is wrong, so that it goes back to its maker.',
    'deliverable.reasonMissing': 'Please say what is wrong, so that its maker can act on it.',
    'deliverable.notReviewer': 'Nothing was recorded: the internal review is for {who}.',
    'deliverable.alreadyReviewed': 'Your review is recorded already. Nothing was recorded twice.',
    'deliverable.notChecked': 'It was not sent: it has to be checked first, by somebody other than its maker.',
    'deliverable.notReviewed': 'It was not sent: {who} is still to look at it inside.',
    'deliverable.wasSentBack': 'It was not sent: it has been sent back to its maker. A new version comes first.',
    'deliverable.nothingNew': 'There is no new version. Bring one first.',
    'deliverable.notSent': 'It has not been sent to the client yet.',
    'deliverable.draftMoved': 'It was changed since this preview. Nothing was sent: this is what would be sent now.',
    'deliverable.beyondAuthority':
      'Nothing was sent: {who} may not agree to it, because it takes more authority than is noted for them. Choose somebody else, or change it under “Change who and how”.',
    'deliverable.goodwillMissing':
      'Nothing was sent: the agreed rounds are used up. Choose what this one is: let pass, or paid for by the agency.',
    'deliverable.goodwillReason': 'Please say why this round is not charged: it is kept inside, on the record.',
    'deliverable.worthUnclear': 'Please give a whole amount and its currency: 5000 CNY. Or leave it empty.',
  },
  zh: {
    'deliverable.none': '没有执行：项目里已经没有这项交付物。',
    'deliverable.tooMany': '没有添加：一个项目最多 {most} 项交付物。更多的请在项目里另开一个任务单。',
    'deliverable.nameEmpty': '请填写名称，方便大家称呼。',
    'deliverable.nothingGiven': '请提供文件、链接或文字：究竟要审批什么？',
    'deliverable.linkUnread': '这个地址打不开：请填写以 https:// 开头的链接。',
    'deliverable.isDropped': '没有执行：{name} 已不再制作。请先重新启用。',
    'deliverable.versionMoved': '没有执行：现在要看的是第 {version} 版，请重新打开。',
    'deliverable.draftReplaced': '没有记录：第 {version} 版已被替换。请重新打开，查看新的内容。',
    'deliverable.ownCheck': '制作者不能检查自己的作品：请找 {who}。',
    'deliverable.alreadyChecked': '{by} 已经检查过，{at}。没有重复记录。',
    'deliverable.notTicked': '还有 {count} 项没有勾选。请勾选，或写明问题，退回给制作者。',
    'deliverable.reasonMissing': '请写明问题，方便制作者处理。',
    'deliverable.notReviewer': '没有记录：内部审阅由 {who} 进行。',
    'deliverable.alreadyReviewed': '您的审阅已经记录。没有重复记录。',
    'deliverable.notChecked': '没有发送：需要先由制作者以外的人检查。',
    'deliverable.notReviewed': '没有发送：{who} 还没有完成内部审阅。',
    'deliverable.wasSentBack': '没有发送：它已被退回给制作者，请先提交新版本。',
    'deliverable.nothingNew': '没有新版本，请先提交。',
    'deliverable.notSent': '还没有发送给客户。',
    'deliverable.draftMoved': '预览之后内容有更改。没有发送：现在将发出的是下面的内容。',
    'deliverable.beyondAuthority':
      '没有发送：{who} 无权批准，所需的权限超出了登记的范围。请另选审批人，或者在“更改审批人与方式”里修改。',
    'deliverable.goodwillMissing': '没有发送：约定的轮次已经用完。请选择这一轮是破例放行，还是由公司承担。',
    'deliverable.goodwillReason': '请写明这一轮为什么不收费：只在内部记录。',
    'deliverable.worthUnclear': '请填写整数金额和币种，例如 5000 CNY；也可以留空。',
  },
});
