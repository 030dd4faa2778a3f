"""What CVs say: from written lines to positions, studies and certificates, and from these to a background."""
