"""Understanding job postings: from the lines of a text to what the job asks, each with the line that says so."""
