"""Pages of requests for data or details: asking, answering here or by the link of a mail, lists."""
