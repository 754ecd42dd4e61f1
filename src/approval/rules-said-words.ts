/** The words by which people agree in passing, one after the other; a phrase stands before the words that it begins with. */
const listed = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));

/** Alone, or one after the other, these are a bare agreement. */
export const AGREEING = listed([
  'no problem at all|no problem|no objections|no objection|fine with me|fine by me|fine for me',
  'fine with us|sounds good|looks good to me|looks good|looks great|all good|go ahead|okay|okey|oki|ok',
  'k|yes|yep|yeah|yup|ja|lgtm|good|great|perfect|fine|agreed|agree|approved|approve|confirmed|confirm',
  'accepted|done|sure|absolutely|right|correct',
]);
export const AGREEING_HAN = listed([
  '没有问题|没问题|没有意见|没意见|没有异议|无异议|可以的|可以|同意的|同意|通过了|通过|确认了|确认|认可|批准|好的呢|好的|好滴|好啊|好呀|好|行|嗯嗯|嗯|是的|对的|对|赞|中',
]);

/** They may stand beside an agreement and mean none by themselves: that something was read is no agreement. */
export const POLITE = listed([
  'thank you very much|thank you so much|thank you|thanks a lot|many thanks|thanks|thx|cheers|please',
  'got it|noted|received|from my side|from our side|from me|from us|for me|for us|to me|to us|with me',
  'with us|all|team|hi|hello|very|then',
]);
export const POLITE_HAN = listed(['收到|谢谢|多谢|感谢|辛苦了|辛苦|大家|各位|我们|我|哈|啦|了|您|你们|你']);
