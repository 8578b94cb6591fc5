import { Button, ErrorSummary, NotificationBanner, SkipLink, createAll } from 'govuk-frontend';

// The library asks for this mark before it does anything; pages are whole without it.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
createAll(ErrorSummary);
createAll(NotificationBanner);
createAll(SkipLink);
