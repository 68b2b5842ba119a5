namespace Certify.Machine;

/// <summary>Waits for an image to come up.</summary>
// @llr CFY-LLR-039
internal static class GuestBoot
{
    /// <exception cref="GuestStartException">It ended, or did not come up in time.</exception>
    public static void WaitUntilReady(GuestImage image, QemuOptions options, QemuProcess process, Mailbox mailbox)
    {
        var patience = new Patience(process, options.ReadyTimeout);
        while (!mailbox.IsReady)
        {
            if (patience.Wait() || mailbox.IsReady) continue;
            if (process.HasExited)
            {
                var (end, detail, _) = Diagnosis.OfEnded(image, process);
                throw new GuestStartException(new(end, 0, mailbox.CurrentCase, detail));
            }
            var account = Diagnosis.OfHanging(image, process, options.ReadyTimeout);
            throw new GuestStartException(new(GuestEnd.Hang, 0, mailbox.CurrentCase, account));
        }
    }
}
